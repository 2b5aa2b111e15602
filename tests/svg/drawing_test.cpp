#include "cartouche/svg/drawing.h"

#include <gmock/gmock.h>

namespace cartouche::svg {
namespace {

symbol::Drawing read(const std::string& inside) {
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
  const symbol::Drawing drawing = read(
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
  const symbol::Drawing drawing =
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
      {"<rect width='1' height='1' transform='skewX(3'/>", "a transform that cannot be read"},
      {"<rect width='1' height='1' style='transform: scale(2)'/>", "a transform in 'style'"},
      {"<rect width='1' height='1' opacity='half'/>", "'opacity' is 'half', which is no number"},
      {"<rect width='1' height='1' stroke-width='5%'/>", "'stroke-width' is '5%', which is no number"},
      {"<rect width='1' height='1' clip-path='url(#a)'/>", "'clip-path' cannot be drawn"},
      {"<rect width='1' height='1' style='stroke-dasharray: 1 2'/>", "'stroke-dasharray' cannot be drawn"},
      {"<rect width='1' height='1'><animate/></rect>", "<animate> cannot be drawn"},
      {"<rect width='1e300' height='1' transform='scale(1e300)'/>", "coordinates beyond any page"},
      {"<svg width='1' height='1'/>", "<svg> cannot be drawn"},
      {"<s:use xmlns:s='http://www.w3.org/2000/svg'/>", "<use> cannot be drawn"},
      {"<rect width='1' height='1'", "no XML: "},
      {"<g><rect width='1' height='1'/>", "m.svg:1:94: no XML: "},
      {"", "the drawing has no shape"},
      {"<title>only words</title>", "the drawing has no shape"},
      {"<rect width='1' height='1'/>\n&bomb;", "entities are not replaced: &bomb;"},
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

TEST(Drawing, IsReadWithADocumentTypeWhoseEntitiesAreNotReplaced) {
  const std::string type =
      "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'svg11.dtd' [<!ENTITY a '#fff'>]>\n";
  const auto with_fill = [&](const std::string& fill) {
    return parse_drawing(
        type + "<svg viewBox='0 0 1 1'><rect width='1' height='1' fill='" + fill + "'/></svg>", "m.svg");
  };
  EXPECT_EQ(with_fill("#123456").shapes.size(), 1U);
  try {
    with_fill("&a;");
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), ::testing::HasSubstr("m.svg:2:24: no colour '&a;'"));
  }
}

TEST(Drawing, PassesOverWhatPaintsNothing) {
  EXPECT_EQ(read("<!-- no --><title>a</title><defs><linearGradient/></defs><sodipodi:namedview/>"
                 "<g display='none'><text>b</text></g>"
                 "<rect width='1' height='1' filter='none' style='display:inline'><title>c</title></rect>")
                .shapes.size(),
            1U);
}

TEST(Drawing, CountsLengthsInUserUnits) {
  const symbol::Drawing drawing =
      parse_drawing("<svg width='1in' height='72pt'><rect width='25.4mm' height='6pc'/></svg>", "m.svg");
  EXPECT_NEAR(drawing.width, 96, 1e-9);
  EXPECT_NEAR(drawing.height, 96, 1e-9);
  EXPECT_NEAR(drawing.shapes[0].path.box().max.x, 96, 1e-9);
  EXPECT_NEAR(drawing.shapes[0].path.box().max.y, 96, 1e-9);
}

TEST(Drawing, TellsThePlaceInALargeFileAndHowDeepGroupsMayNest) {
  const auto message = [](const std::string& inside) -> std::string {
    try {
      read(inside);
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  };
  std::string many;
  while (many.size() < 900'000) many += "<rect width='1' height='1'/>\n";
  EXPECT_EQ(message(many), "");
  EXPECT_THAT(message(many + "  <text/>"), ::testing::StartsWith("m.svg:31036:3: <text>"));
  std::string open, close;
  for (int i = 0; i < 20'000; ++i) {
    open += "<g>";
    close += "</g>";
  }
  EXPECT_THAT(message(open + close), ::testing::HasSubstr("elements nested more than 256 deep"));
}

}  // namespace
}  // namespace cartouche::svg
