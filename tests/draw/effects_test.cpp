// Soft edges, patterns, markers and lines as shapes.

#include <gmock/gmock.h>

#include "../../src/draw/parts.h"
#include "../support/small_tables.h"
#include "cartouche/draw/draw.h"
#include "cartouche/svg/drawing.h"

namespace cartouche {
namespace {

using cartouche::testing::kSmallProject;
using cartouche::testing::kSmallStyle;
using cartouche::testing::SmallPage;
using cartouche::testing::with;
using display::Group;
using display::Node;
using display::Shape;
using ::testing::HasSubstr;

// The opacity that rings laid over one another have at a distance from the path.
double opacity_at(const std::vector<Node>& rings, double distance) {
  double through = 1;
  for (const Node& node : rings) {
    const display::Stroke& stroke = *std::get<Shape>(node.value).stroke;
    if (stroke.width / 2 >= distance) through *= 1 - stroke.color.a / 255.0;
  }
  return 1 - through;
}

TEST(Glow, IsAsOpaqueAsItsColourAtTheEdgeAndFallsToNothing) {
  symbol::Glow style;
  style.color = {0, 0, 0, 128};
  style.width = 3;
  const auto rings = draw_parts::glow(Path::circle({0, 0}, 10), style);
  double last = 1;
  for (double distance = 0.01; distance < 3.2; distance += 0.2) {
    const double opacity = opacity_at(rings, distance);
    EXPECT_LE(opacity, last + 1e-9) << distance;
    const double wanted = distance < 3 ? 128.0 / 255 * (1 - distance / 3) * (1 - distance / 3) : 0;
    EXPECT_NEAR(opacity, wanted, 0.06) << distance;
    last = opacity;
  }
  EXPECT_EQ(opacity_at(rings, 3.01), 0);
}

TEST(Glow, OfAShadowIsMovedByItsOffset) {
  symbol::Glow style;
  style.dx = 2;
  style.dy = 1;
  const auto rings = draw_parts::glow(Path::rectangle({{0, 0}, {4, 4}}), style);
  EXPECT_EQ(std::get<Shape>(rings.front().value).path.box(), (Box{{2, 1}, {6, 5}}));
}

std::string dump_with_zone(const std::string& symbol) {
  const std::string style =
      with(kSmallStyle, "zone: { palette: teintes, stroke: { color: \"#ffffff\", width: 0.5pt } }",
           "zone: " + symbol);
  const std::string project = with(kSmallProject, " color_by: code,", "");
  return display::dump(draw(SmallPage("01", project, style).page));
}

TEST(Symbol, WithAGlowHasItUnderItsAreasOnceForAllOfThem) {
  const std::string dump =
      dump_with_zone("{ fill: \"#ffffff\", glow: { color: \"#00000080\", width: 1pt } }");
  const std::size_t layer = dump.find("group layer id=carte-zones");
  const std::size_t first_ring = dump.find("shape stroke=#000000", layer);
  const std::size_t first_area = dump.find("group feature id=zones-01", layer);
  ASSERT_NE(first_ring, std::string::npos);
  EXPECT_LT(first_ring, first_area);
}

TEST(Symbol, WithAnInnerGlowKeepsItWithinItsAreas) {
  const std::string dump =
      dump_with_zone("{ fill: \"#ffffff\", inner_glow: { color: \"#00000080\", width: 1pt } }");
  const std::size_t area = dump.rfind("group feature id=zones-");
  const std::size_t glow = dump.find("group feature clip=", area);
  EXPECT_NE(glow, std::string::npos);
}

TEST(Symbol, FadesAndBlendsItsWholeLayer) {
  const std::string dump =
      dump_with_zone("{ fill: \"#ffffff\", blend: multiply, fade: { radius: [0.5, 0.5], from: 0.25 } }");
  // The frame is 90 mm wide and 60 mm high, 5 mm from the left and 30 mm from the top.
  EXPECT_THAT(dump,
              HasSubstr("group layer id=carte-zones label=\"Zone\" fade=radial(141.73,170.08,269.29,255.12 "
                        "0.25:1 1:0) blend=multiply"));
}

TEST(Symbol, DrawsItsPatternsOverItsFillAndItsOutlineOverBoth) {
  const std::string dump = dump_with_zone(
      "{ fill: \"#ffffff\", hatch: [{ color: ink, angle: 0 }, { color: ink, angle: 90 }], tile: { drawing: "
      "plus, "
      "color: sea, size: 4pt }, stroke: { color: ink, width: 1pt, cap: square, join: bevel } }");
  std::size_t at = dump.find("group feature id=zones-01");
  for (const char* part : {"shape fill=#ffffff", "hatch(0,", "hatch(90,", "tile(4,4,0 shape stroke=#ddeeff",
                           "cap=square join=bevel"}) {
    at = dump.find(part, at);
    ASSERT_NE(at, std::string::npos) << part;
  }
}

TEST(Marker, CastsItsShadowUnderItself) {
  symbol::Symbol symbol;
  symbol.fill = Color{255, 0, 0, 255};
  symbol.glow = symbol::Glow{{0, 0, 0, 100}, 2, 1, 1};
  const std::vector<Node> nodes = draw_parts::marker({50, 50}, symbol, 8);
  ASSERT_GT(nodes.size(), 2U);
  EXPECT_FALSE(std::get<Shape>(nodes.front().value).fill.has_value());
  EXPECT_EQ(std::get<Shape>(nodes.back().value).fill->color, (Color{255, 0, 0, 255}));
}

TEST(Marker, OfADrawingIsCentredAndAsLargeAsItsSymbolSays) {
  symbol::Symbol symbol;
  symbol.fill = Color{255, 0, 0, 255};
  symbol.marker_drawing = std::make_shared<const symbol::Drawing>(
      svg::parse_drawing("<svg viewBox='0 0 20 10'><rect width='20' height='10' "
                         "fill='currentColor'/><circle cx='10' cy='5' r='1' "
                         "fill='#0000ff' fill-opacity='0.5'/></svg>",
                         "m.svg"));
  const std::vector<Node> nodes = draw_parts::marker({50, 50}, symbol, 8);
  ASSERT_EQ(nodes.size(), 2U);
  const Shape& box = std::get<Shape>(nodes[0].value);
  EXPECT_EQ(box.path.box(), (Box{{46, 48}, {54, 52}}));
  EXPECT_EQ(box.fill->color, (Color{255, 0, 0, 255}));
  EXPECT_EQ(std::get<Shape>(nodes[1].value).fill->color, (Color{0, 0, 255, 128}));
}

TEST(LineLayer, HasAllItsCasingsUnderAllItsStrokes) {
  Table table("routes");
  table.set_column(Column("id", Column::Texts{"a", "b"}));
  table.set_id_column("id");
  map::LineLayer layer;
  layer.id = "routes";
  layer.table = std::make_shared<const Table>(std::move(table));
  layer.rows = {0, 1};
  layer.class_of = {0, 0};
  symbol::Symbol symbol;
  symbol.stroke = symbol::Stroke{};
  symbol.casing = symbol::Stroke{};
  symbol.casing->color = {255, 255, 255, 255};
  layer.classes = {{symbol, 0, ""}};
  layout::LayerView view;
  view.shapes = GeometryArray(GeometryKind::line);
  for (const double y : {1.0, 2.0}) {
    view.shapes.add_ring(std::vector<Point>{{0, y}, {5, y}});
    view.shapes.end_part();
    view.shapes.end_feature();
  }
  view.selected = {0, 1};
  const Group group = draw_parts::line_layer(layer, view, "carte");
  ASSERT_EQ(group.children.size(), 4U);
  for (const std::size_t i : {0U, 1U})
    EXPECT_EQ(std::get<Shape>(group.children[i].value).stroke->color, symbol.casing->color);
  EXPECT_EQ(std::get<Group>(group.children[2].value).id, "routes-a");
}

}  // namespace
}  // namespace cartouche
