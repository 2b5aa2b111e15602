#include <gmock/gmock.h>

#include <cmath>
#include <numbers>

#include "../support/small_tables.h"

namespace cartouche::layout {
namespace {

using cartouche::testing::kSmallProject;
using cartouche::testing::kSmallStyle;
using cartouche::testing::SmallPage;
using cartouche::testing::with;

// The small page with a chart of its projects: p1 10, p2 20, p3 5, p4 7 jobs.
SmallPage page_with(const std::string& chart, const std::string& palette = "teintes",
                    const std::string& box = "[60mm, 92mm, 35mm, 24mm]") {
  return SmallPage(
      "01", with(kSmallProject, "    legend: {", "    charts: { graphe: " + chart + " }\n    legend: {"),
      with(kSmallStyle, "      credits:",
           "      graphe: { kind: chart, box: " + box + ", text: petit, palette: " + palette +
               ", gap: 2pt }\n      credits:"));
}

double area(const Path& path) {
  // By Green's theorem over chords: cubics in 32 pieces.
  double twice = 0;
  Point at{}, start{};
  std::size_t next = 0;
  const auto points = path.points();
  const auto line = [&](Point to) {
    twice += at.x * to.y - to.x * at.y;
    at = to;
  };
  for (const Path::Verb verb : path.verbs()) {
    if (verb == Path::Verb::move) at = start = points[next++];
    if (verb == Path::Verb::line) line(points[next++]);
    if (verb == Path::Verb::close) line(start);
    if (verb != Path::Verb::cubic) continue;
    const Point a = at, b = points[next], c = points[next + 1], d = points[next + 2];
    next += 3;
    for (int i = 1; i <= 32; ++i) {
      const double t = i / 32.0, u = 1 - t;
      line({u * u * u * a.x + 3 * u * u * t * b.x + 3 * u * t * t * c.x + t * t * t * d.x,
            u * u * u * a.y + 3 * u * u * t * b.y + 3 * u * t * t * c.y + t * t * t * d.y});
    }
  }
  return std::abs(twice) / 2;
}

TEST(Chart, DrawsBarsFromOneAxisInProportionToTheirValues) {
  const SmallPage small = page_with("{ kind: bars, table: projets, label: \"{nom}\", value: emplois }");
  const auto& chart = small.item<ChartItem>("graphe");
  ASSERT_EQ(chart.shapes.size(), 4U);
  EXPECT_EQ(chart.shapes[0].id, "p2");
  for (const ChartShape& shape : chart.shapes)
    EXPECT_NEAR(shape.path.box().min.x, chart.shapes[0].path.box().min.x, 1e-9);
  const double unit = chart.shapes[0].path.box().width() / 20;
  EXPECT_NEAR(chart.shapes[1].path.box().width(), 10 * unit, 1e-9);
  EXPECT_NEAR(chart.shapes[3].path.box().width(), 5 * unit, 1e-9);
}

TEST(Chart, PrintsTheNumbersThatItStoresInTheLedger) {
  const SmallPage small = page_with("{ kind: bars, table: projets, label: \"{nom}\", value: emplois }");
  std::string printed;
  for (const PlacedText& text : small.item<ChartItem>("graphe").texts) printed += text.text + "|";
  for (const char* id : {"p1", "p2", "p3", "p4"}) {
    const auto found =
        std::find_if(small.page.printed.begin(), small.page.printed.end(),
                     [&](const map::Figure& one) { return one.name == std::string("graphe.") + id; });
    ASSERT_NE(found, small.page.printed.end()) << id;
    EXPECT_NE(printed.find(found->text + "|"), std::string::npos) << found->text;
  }
}

TEST(Chart, StacksPartsEndToEnd) {
  const SmallPage small = page_with(
      "{ kind: stacked, table: projets, where: id = 'p2', label: \"{nom}\", values: [ { value: emplois, "
      "name: A }, { value: 2 * emplois, name: B } ] }");
  std::vector<Box> bars;
  for (const ChartShape& shape : small.item<ChartItem>("graphe").shapes)
    if (shape.id == "p2") bars.push_back(shape.path.box());
  ASSERT_EQ(bars.size(), 2U);
  EXPECT_NEAR(bars[0].max.x, bars[1].min.x, 1e-9);
  EXPECT_NEAR(bars[1].width(), 2 * bars[0].width(), 1e-9);
}

TEST(Chart, GivesEachRowOfARingTheShareOfItsValue) {
  const SmallPage small =
      page_with("{ kind: donut, table: projets, where: id <> 'p4', label: \"{nom}\", value: emplois }");
  std::vector<double> areas;
  double all = 0;
  for (const ChartShape& shape : small.item<ChartItem>("graphe").shapes)
    if (!shape.id.empty()) all += areas.emplace_back(area(shape.path));
  ASSERT_EQ(areas.size(), 3U);
  EXPECT_NEAR(areas[0] / all, 20.0 / 35, 1e-4);
  EXPECT_NEAR(areas[1] / all, 10.0 / 35, 1e-4);
  EXPECT_NEAR(areas[2] / all, 5.0 / 35, 1e-4);
}

TEST(Chart, AsksForAsManyColoursAsItHasParts) {
  EXPECT_THROW(page_with("{ kind: donut, table: projets, label: \"{nom}\", value: emplois }"), Error);
}

TEST(Chart, ReportsThatItIsHigherThanItsBox) {
  const SmallPage small = page_with("{ kind: bars, table: projets, label: \"{nom}\", value: emplois }",
                                    "teintes", "[60mm, 92mm, 35mm, 4mm]");
  bool reported = false;
  for (const Diagnostic& one : small.diagnostics.all())
    reported |= one.message.find("the chart 'graphe' is higher than its box") != std::string::npos;
  EXPECT_TRUE(reported);
}

}  // namespace
}  // namespace cartouche::layout
