// Legends: what they say of classes, sizes and layers, and what they leave out.

#include <gmock/gmock.h>

#include "../support/small_tables.h"

namespace cartouche::layout {
namespace {

using cartouche::testing::kSmallProject;
using cartouche::testing::kSmallStyle;
using cartouche::testing::SmallPage;
using cartouche::testing::with;
using ::testing::HasSubstr;
using ::testing::Not;

std::string words(const SmallPage& page) {
  std::string all;
  for (const PlacedText& text : page.item<LegendItem>("legende").texts) all += text.text + "\n";
  return all;
}

std::vector<std::string> codes(const SmallPage& page) {
  std::vector<std::string> all;
  for (const Diagnostic& one : page.diagnostics.all()) all.push_back(one.code);
  return all;
}

const std::string kLegend = "legend: { title: Légende, layers: [projets, zones] }";

// The projects of both zones in classes of jobs: 5 and 7, then 10 and 20.
std::string with_breaks(const std::string& keys) {
  std::string text = with(kSmallProject, "    where: zone = page.code\n", "");
  const std::size_t from = text.find("    classes:\n"), to = text.find("pages:\n");
  return text.replace(
      from, to - from,
      "    symbol: dans\n    classify: { value: emplois, palette: Blues, classes: 2, " + keys + " }\n");
}

std::string with_sizes(const std::string& keys) {
  std::string text = with(kSmallProject, "    where: zone = page.code\n", "");
  const std::size_t from = text.find("    classes:\n"), to = text.find("pages:\n");
  return text.replace(
      from, to - from,
      "    symbol: dans\n    legend: Emplois\n    size_by: { value: emplois, " + keys + " }\n");
}

TEST(Legend, SaysOnWhichSideALimitBelongs) {
  const SmallPage page(
      "01", with(with_breaks("method: manual, breaks: [0, 10, 20]"), "margin: 3mm", "margin: 0mm"));
  EXPECT_THAT(words(page), HasSubstr("0 à 10\n"));
  EXPECT_THAT(words(page), HasSubstr("plus de 10 à 20\n"));
}

TEST(Legend, TakesItsWordsForClassesFromTheProject) {
  const SmallPage labelled("01", with_breaks("method: manual, breaks: [0, 10, 20], labels: [peu, beaucoup], "
                                             "legend: \"{range} ({count})\""));
  EXPECT_THAT(words(labelled), HasSubstr("peu ("));
  EXPECT_THAT(words(labelled), HasSubstr("beaucoup (1)"));
  EXPECT_THROW(SmallPage("01", with_breaks("method: manual, breaks: [0, 10, 20], labels: [un]")), Error);
}

TEST(Legend, TakesAPalettesColoursFromTheOtherEnd) {
  const SmallPage plain("01", with_breaks("method: equal")),
      reversed("01", with_breaks("method: equal, reversed: true"));
  const auto colors = [](const SmallPage& page) {
    std::vector<Color> all;
    for (const map::SymbolClass& one : map::common(page.map.layers[2]).classes)
      all.push_back(*one.symbol.fill);
    return all;
  };
  std::vector<Color> expected = colors(plain);
  std::reverse(expected.begin(), expected.end());
  EXPECT_EQ(colors(reversed), expected);
}

TEST(Legend, ShowsClassesThatAreNotOnThePageWhereItIsAskedTo) {
  const SmallPage drawn("01");
  EXPECT_THAT(words(drawn), Not(HasSubstr("Hors territoire")));
  const SmallPage all("01", with(kSmallProject, kLegend, "legend: { layers: [projets], show: all }"));
  EXPECT_THAT(words(all), HasSubstr("Hors territoire (0)"));
  const SmallPage one(
      "01", with(kSmallProject, kLegend, "legend: { layers: [{ layer: projets, show: all }, zones] }"));
  EXPECT_THAT(words(one), HasSubstr("Hors territoire (0)"));
}

TEST(Legend, TakesOrderTitlesAndWordsFromThePage) {
  const SmallPage page("01",
                       with(kSmallProject, kLegend,
                            "legend: { layers: [{ layer: zones, title: Fond }, { layer: projets, texts: "
                            "[\"**{count}** projets dedans\"] }] }"));
  const std::string text = words(page);
  EXPECT_LT(text.find("Fond"), text.find("Zone ("));
  EXPECT_LT(text.find("Zone ("), text.find("projets dedans"));
  EXPECT_THAT(text, Not(HasSubstr("Dans un territoire")));
  EXPECT_THAT(text, Not(HasSubstr("**")));
}

TEST(Legend, NestsSizesOnOneFootWithTheirValues) {
  const SmallPage page("01", with_sizes("size: 12mm, examples: [5, 20], unit: emplois"));
  const LegendItem& legend = page.item<LegendItem>("legende");
  ASSERT_GE(legend.swatches.size(), 2U);
  const Swatch& large = legend.swatches[0];
  const Swatch& small = legend.swatches[1];
  EXPECT_NEAR(small.symbol.size, large.symbol.size / 2, 1e-9);  // a quarter of the area
  EXPECT_NEAR(large.box.max.y, small.box.max.y, 1e-9);
  EXPECT_EQ(legend.leaders.size(), 2U);
  EXPECT_THAT(words(page), HasSubstr("20\u202Femplois"));
  EXPECT_THAT(words(page), HasSubstr("Emplois"));
}

TEST(Legend, StandsInColumnsOfItsBox) {
  const std::string style =
      with(kSmallStyle, "title: petit, text: petit }", "title: petit, text: petit, columns: 2 }");
  const SmallPage page("01", kSmallProject, style);
  const LegendItem& legend = page.item<LegendItem>("legende");
  ASSERT_GE(legend.swatches.size(), 2U);
  EXPECT_GT(legend.swatches.back().box.min.x, legend.swatches.front().box.max.x + 10);
  EXPECT_NEAR(legend.swatches.back().box.min.y, legend.swatches.front().box.min.y, 1e-9);
}

TEST(Legend, ReportsALayerThatItLeavesUnexplained) {
  EXPECT_THAT(codes(SmallPage("01")), Not(::testing::Contains("legend-missing")));
  const SmallPage missing("01", with(kSmallProject, kLegend, "legend: { layers: [zones] }"));
  EXPECT_THAT(codes(missing), ::testing::Contains("legend-missing"));
  const SmallPage wordless("01", with(kSmallProject, ", legend: \"Zone ({count})\"\n}", "}"));
  EXPECT_THAT(codes(wordless), ::testing::Contains("legend-without-text"));
}

TEST(Layers, RefuseKeysThatTheirKindDoesNotKnow) {
  const auto error_of = [](const std::string& from, const std::string& to) {
    try {
      const SmallPage page("01", with(kSmallProject, from, to));
    } catch (const Error& error) {
      return std::string(error.what());
    }
    return std::string("no error");
  };
  EXPECT_THAT(error_of("coast: true }", "coast: true, color_by: code }"),
              HasSubstr("a border belongs to none"));
  EXPECT_THAT(error_of("coast: true }", "classes: [{ symbol: bord }] }"),
              HasSubstr("a border belongs to none"));
  EXPECT_THAT(error_of("symbol: zone,", "symbol: zone, coast: true,"),
              HasSubstr("'coast' goes with borders"));
  EXPECT_THAT(error_of("symbol: zone,", "symbol: zone, group_by: code,"),
              HasSubstr("'group_by' goes with borders"));
}

TEST(SizedPoints, AreDrawnGreaterFirstAndNoneIsLost) {
  const SmallPage page("01", with_sizes("size: 12mm, at: 20"));
  const map::FeatureLayer& layer = map::common(page.map.layers[2]);
  ASSERT_EQ(layer.rows.size(), 4U);
  ASSERT_EQ(layer.sizes.size(), 4U);
  EXPECT_TRUE(std::is_sorted(layer.sizes.rbegin(), layer.sizes.rend()));
  EXPECT_NEAR(layer.sizes.front(), 12 * 72 / 25.4, 1e-9);
}

}  // namespace
}  // namespace cartouche::layout
