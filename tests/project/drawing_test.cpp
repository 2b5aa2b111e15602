#include "cartouche/project/drawing.h"

#include <gmock/gmock.h>

namespace cartouche::project {
namespace {

Drawing read(const std::string& inside) {
  return parse_drawing("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'>" + inside + "</svg>",
                       "m.svg");
}

Box box_of(const std::string& inside) {
  return read(inside).shapes.at(0).path.box();
}

TEST(Drawing, ReadsEachShapeInItsPlace) {
  const struct {
    const char* svg;
    Box box;
  } cases[] = {
      {"<rect x='1' y='2' width='3' height='4'/>", {{1, 2}, {4, 6}}},
      {"<circle cx='5' cy='5' r='2'/>", {{3, 3}, {7, 7}}},
      {"<ellipse cx='5' cy='5' rx='2' ry='1'/>", {{3, 4}, {7, 6}}},
      {"<polygon points='1,1 3,1 2,4'/>", {{1, 1}, {3, 4}}},
      {"<path d='M1 1h2v3H1z'/>", {{1, 1}, {3, 4}}},
      {"<path d='m1 1l2 0 0 3z'/>", {{1, 1}, {3, 4}}},
      {"<g transform='translate(1 2) scale(2)'><rect width='1' height='1'/></g>", {{1, 2}, {3, 4}}},
      {"<rect width='2' height='1' transform='rotate(90)'/>", {{-1, 0}, {0, 2}}},
  };
  for (const auto& one : cases) {
    const Box box = box_of(one.svg);
    EXPECT_NEAR(box.min.x, one.box.min.x, 1e-9) << one.svg;
    EXPECT_NEAR(box.min.y, one.box.min.y, 1e-9) << one.svg;
    EXPECT_NEAR(box.max.x, one.box.max.x, 1e-9) << one.svg;
    EXPECT_NEAR(box.max.y, one.box.max.y, 1e-9) << one.svg;
  }
}

TEST(Drawing, FollowsCurvesAsSvgDefinesThem) {
  // Half a circle of radius 2 about (5, 5), from left to right over the top.
  const Path arc = read("<path d='M3 5A2 2 0 0 1 7 5'/>").shapes.at(0).path;
  for (const Point p : arc.points()) EXPECT_LE(p.y, 5 + 1e-9);
  EXPECT_NEAR(arc.points().back().x, 7, 1e-9);
  double top = 10;
  for (const Point p : arc.points()) top = std::min(top, p.y);
  EXPECT_NEAR(top, 3, 1e-9);  // the quarter's joint
  // A smooth curve mirrors the control point before it.
  const Path smooth = read("<path d='M0 0C1 2 3 2 4 0S7-2 8 0'/>").shapes.at(0).path;
  EXPECT_EQ(smooth.points()[4], (Point{5, -2}));
  // A quadratic with control (2, 3) as a cubic.
  const Path quadratic = read("<path d='M0 0Q2 3 4 0'/>").shapes.at(0).path;
  EXPECT_NEAR(quadratic.points()[1].x, 4.0 / 3, 1e-9);
  EXPECT_NEAR(quadratic.points()[1].y, 2, 1e-9);
}

TEST(Drawing, HandsPaintDownAndLetsStyleWin) {
  const Drawing drawing = read(
      "<g fill='#ff0000' stroke='currentColor' stroke-width='2' opacity='0.5'>"
      "<rect width='1' height='1' style='fill: #00f; fill-opacity:.5'/><rect width='1' height='1' "
      "fill='none'/></g>");
  ASSERT_EQ(drawing.shapes.size(), 2U);
  EXPECT_EQ(*drawing.shapes[0].fill->color, (Color{0, 0, 255, 255}));
  EXPECT_NEAR(drawing.shapes[0].fill->opacity, 0.25, 1e-9);
  EXPECT_FALSE(drawing.shapes[0].stroke->color.has_value());
  EXPECT_EQ(drawing.shapes[0].stroke_width, 2);
  EXPECT_FALSE(drawing.shapes[1].fill.has_value());
}

TEST(Drawing, MovesItsViewBoxToTheOrigin) {
  const Drawing drawing =
      parse_drawing("<svg viewBox='-5 -5 10 20'><circle r='1' cx='0' cy='0'/></svg>", "m.svg");
  EXPECT_EQ(drawing.width, 10);
  EXPECT_EQ(drawing.height, 20);
  EXPECT_NEAR(drawing.shapes[0].path.box().center().x, 5, 1e-9);
}

TEST(Drawing, RefusesWhatItCannotDrawWithItsPlace) {
  const struct {
    const char* svg;
    const char* message;
  } cases[] = {
      {"<text>A</text>", "m.svg:1:61: <text> cannot be drawn in a marker or tile"},
      {"<rct width='1' height='1'/>", "did you mean 'rect'?"},
      {"<path d='M0 0X'/>", "path data that cannot be read"},
      {"<path d='L1 1'/>", "path data that cannot be read"},
      {"<rect width='a' height='1'/>", "'width' is 'a', which is no number"},
      {"<rect width='1' height='1' fill='rgb(0,0,0)'/>", "no colour 'rgb(0,0,0)' in a drawing"},
      {"<rect width='1' height='1' transform='skewX(3)'/>", "a transform that cannot be read"},
      {"<rect width='1' height='1'", "expected a name"},
      {"<g><rect width='1' height='1'/>", "</svg> closes <g>"},
      {"", "the drawing has no shape"},
      {"<title>only words</title>", "the drawing has no shape"},
      {"<rect width='1' height='1' id='&bomb;'/>", "entity 'bomb' is not one of XML's own"},
  };
  for (const auto& one : cases) try {
      read(one.svg);
      FAIL() << one.svg;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::usage) << one.svg;
      EXPECT_THAT(error.what(), ::testing::HasSubstr(one.message)) << one.svg;
      EXPECT_THAT(error.what(), ::testing::StartsWith("m.svg")) << one.svg;
    }
}

TEST(Drawing, RefusesADocumentTypeBeforeItReadsAnEntity) {
  try {
    parse_drawing("<!DOCTYPE svg [<!ENTITY a 'x'>]><svg viewBox='0 0 1 1'/>", "m.svg");
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), ::testing::HasSubstr("m.svg:1:1: a document type is not read"));
  }
}

TEST(Drawing, OfEveryTileThatShipsIsRead) {
  for (const std::string& name : built_in_tile_names()) {
    const auto drawing = built_in_tile(name);
    ASSERT_TRUE(drawing) << name;
    for (const DrawingShape& shape : drawing->shapes)
      for (const auto& paint : {shape.fill, shape.stroke})
        EXPECT_FALSE(paint && paint->color.has_value()) << name << " has a colour of its own";
  }
  EXPECT_EQ(built_in_tile("nothing"), nullptr);
}

}  // namespace
}  // namespace cartouche::project
