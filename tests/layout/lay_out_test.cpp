#include <gmock/gmock.h>

#include <cmath>

#include "../support/small_tables.h"

namespace cartouche::layout {
namespace {

using cartouche::testing::kSmallProject;
using cartouche::testing::kSmallStyle;
using cartouche::testing::SmallPage;
using cartouche::testing::with;
using ::testing::HasSubstr;
using ::testing::Not;

std::string words(const std::vector<PlacedText>& texts) {
  std::string all;
  for (const PlacedText& text : texts) all += text.text + "\n";
  return all;
}

TEST(Frame, ShowsItsExtentCentredAndAsLargeAsItsMarginAllows) {
  const SmallPage small("01");
  const FrameView& view = small.item<FrameItem>("carte").view;
  const Box& extent = small.map.frames[0].extent;
  const Point low = view.to_page(extent.min), high = view.to_page(extent.max);
  const double margin = small.map.frames[0].margin;
  EXPECT_NEAR((low.x + high.x) / 2, view.box.center().x, 1e-6);
  EXPECT_NEAR((low.y + high.y) / 2, view.box.center().y, 1e-6);
  EXPECT_NEAR(low.y - high.y, view.box.height() - 2 * margin, 1e-6);  // the height decides here
}

TEST(Frame, ThatIsRoundHoldsAllOfItsExtent) {
  const SmallPage small("01", kSmallProject,
                        with(kSmallStyle, "kind: frame,", "kind: frame, shape: circle,"));
  const FrameView& view = small.item<FrameItem>("carte").view;
  ASSERT_TRUE(view.round);
  for (const Point p : small.map.frames[0].outline) EXPECT_TRUE(view.shows(view.to_page(p)));
  EXPECT_FALSE(view.shows(view.box.min));
}

TEST(Frame, OfOneTerritoryIsDrawnInItsOwnSystem) {
  const SmallPage small("01");
  EXPECT_EQ(small.map.frames[0].crs.definition(), "EPSG:2154");
}

TEST(ScaleBar, HasARoundLengthThatMeasuresTrueOnTheGround) {
  const SmallPage small("01");
  const ScaleBarItem& bar = small.item<ScaleBarItem>("echelle");
  const FrameView& view = small.item<FrameItem>("carte").view;
  const double metres = (bar.to.x - bar.from.x) * view.ground_metres_per_point;
  const double printed = std::stod(bar.texts.at(0).text) * 1000;
  EXPECT_NEAR(metres, printed, 1e-6 * printed);
  EXPECT_THAT(bar.texts.at(0).text, HasSubstr("\u202Fkm"));
  const double mantissa = printed / std::pow(10, std::floor(std::log10(printed)));
  EXPECT_NEAR(mantissa, std::round(mantissa), 1e-9);
  EXPECT_LE(bar.to.x - bar.from.x, 0.25 * view.box.width() + 1e-9);
}

TEST(Legend, CountsEachClassAsDrawnAndLeavesOutEmptyOnes) {
  const SmallPage west("01"), east("02");
  EXPECT_THAT(words(west.item<LegendItem>("legende").texts), HasSubstr("Dans un territoire (2)"));
  EXPECT_THAT(words(west.item<LegendItem>("legende").texts), Not(HasSubstr("Hors territoire")));
  EXPECT_THAT(words(east.item<LegendItem>("legende").texts), HasSubstr("Hors territoire (2)"));
}

TEST(Legend, DoesNotCountAPointThatItsFrameDoesNotShow) {
  // The east's projects, selected on the west's page: outside the frame's box, so not drawn and not counted.
  const std::string text = with(kSmallProject, "where: zone = page.code\n    classes",
                                "where: zone = '02' or zone = page.code\n    classes");
  const SmallPage west("01", text);
  const LayerView& dots = west.item<FrameItem>("carte").view.layers[2];
  std::size_t drawn = dots.shapes.size();
  const std::string legend = words(west.item<LegendItem>("legende").texts);
  std::size_t counted = 0;
  for (const map::Figure& figure : west.page.printed)
    if (figure.name.rfind("legende.projets", 0) == 0) counted += static_cast<std::size_t>(*figure.value);
  EXPECT_EQ(drawn, counted) << legend;
}

TEST(Credits, NameTheSourcesReallyDrawnOnce) {
  const SmallPage small("01");
  const std::string text = words(small.item<TextItem>("credits").lines);
  EXPECT_THAT(text, HasSubstr("IGN"));
  EXPECT_THAT(text, HasSubstr("ANCT"));
  const SmallPage without("01", with(kSmallProject, "layers: [zones, bords, projets] }\n    texts",
                                     "layers: [zones, bords] }\n    texts"));
  EXPECT_THAT(words(without.item<TextItem>("credits").lines), Not(HasSubstr("ANCT")));
}

TEST(Labels, StandInsideTheirFrameAndArea) {
  const SmallPage small("01");
  const FrameView& view = small.item<FrameItem>("carte").view;
  ASSERT_FALSE(view.labels.empty());
  for (const PlacedLabel& label : view.labels) EXPECT_TRUE(view.box.contains(label.box)) << label.id;
}

TEST(Borders, AreDrawnOnceBetweenNeighbours) {
  const SmallPage small("01");
  const LayerView& borders = small.item<FrameItem>("carte").view.layers[1];
  double length = 0;
  for (std::size_t ring = 0; ring < borders.shapes.ring_count(); ++ring) {
    const auto line = borders.shapes.ring(static_cast<map::Index>(ring));
    for (std::size_t i = 1; i < line.size(); ++i)
      length += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
  }
  // The west's outline and what the frame shows of the east's, whose shared side counts once.
  const LayerView& zones = small.item<FrameItem>("carte").view.layers[0];
  double outlines = 0;
  for (std::size_t ring = 0; ring < zones.shapes.ring_count(); ++ring) {
    const auto line = zones.shapes.ring(static_cast<map::Index>(ring));
    for (std::size_t i = 1; i < line.size(); ++i)
      outlines += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
  }
  EXPECT_LT(length, outlines);
}

TEST(Text, ThatIsHigherThanItsBoxIsReported) {
  const SmallPage small("01", with(kSmallProject, "texts: { titre: \"{nombre} projets : {page.nom}\" }",
                                   "texts: { titre: \"un titre qui est beaucoup trop long pour tenir sur une "
                                   "seule ligne de la page\" }"));
  bool found = false;
  for (const Diagnostic& one : small.diagnostics.all()) found = found || one.code == "text-overflow";
  EXPECT_TRUE(found);
}

TEST(Text, IsSetInFrenchTypography) {
  const SmallPage small("01");
  EXPECT_THAT(words(small.item<TextItem>("titre").lines), HasSubstr("2 projets\u202F: Ouest"));
}

}  // namespace
}  // namespace cartouche::layout
