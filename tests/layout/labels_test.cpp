#include <gmock/gmock.h>

#include "../../src/layout/cell_sums.h"
#include "../support/small_tables.h"

namespace cartouche::layout {
namespace {

using cartouche::testing::kSmallProject;
using cartouche::testing::kSmallStyle;
using cartouche::testing::SmallPage;
using cartouche::testing::with;

// A box is the page's millimetres; half open cells of one point.
TEST(CellSums, CountTheCellsThatABoxTouches) {
  CellSums sums({{0, 0}, {10, 10}}, 1);
  sums.mark_box({{2.5, 2.5}, {3.5, 3.5}});  // four cells
  sums.sum();
  EXPECT_EQ(sums.count({{0, 0}, {10, 10}}), 4);
  EXPECT_EQ(sums.count({{3.2, 3.2}, {9, 9}}), 1);
  EXPECT_EQ(sums.count({{4, 4}, {9, 9}}), 0);
  EXPECT_EQ(sums.count({{-50, -50}, {50, 50}}), 4);
}

TEST(CellSums, GiveTheShareOfABoxInsideAPolygonWithAHole) {
  GeometryArray polygons(GeometryKind::polygon);
  const std::vector<Point> outer{{0, 0}, {8, 0}, {8, 8}, {0, 8}, {0, 0}};
  const std::vector<Point> hole{{2, 2}, {2, 6}, {6, 6}, {6, 2}, {2, 2}};
  polygons.add_ring(outer);
  polygons.add_ring(hole);
  polygons.end_part();
  polygons.end_feature();
  CellSums sums({{0, 0}, {10, 10}}, 1);
  sums.mark_polygon(polygons, 0);
  sums.sum();
  EXPECT_DOUBLE_EQ(sums.share({{0, 0}, {8, 8}}), 0.75);
  EXPECT_DOUBLE_EQ(sums.share({{2, 2}, {6, 6}}), 0);
  EXPECT_DOUBLE_EQ(sums.share({{6, 0}, {10, 8}}), 0.5);
  EXPECT_DOUBLE_EQ(sums.share({{4, 0}, {12, 2}}), 0.5);  // beyond the grid is outside
}

TEST(CellSums, TellWhereALineMeetsThem) {
  CellSums sums({{0, 0}, {10, 10}}, 1);
  sums.mark_line({0, 5}, {10, 5});
  sums.sum();
  EXPECT_TRUE(sums.meets({3, 0}, {7, 9}));
  EXPECT_FALSE(sums.meets({3, 0}, {7, 4}));
  EXPECT_FALSE(sums.meets({30, 0}, {70, 4}));
}

Box dot_box(const SmallPage& small, std::size_t dot) {
  const FrameView& view = small.item<FrameItem>("carte").view;
  const auto& points = std::get<map::PointLayer>(small.map.layers[view.layers[2].layer]);
  const Point at = view.layers[2].shapes.points()[dot];
  return Box{at, at}.expanded(points.size_of(view.layers[2].selected[dot]) / 2);
}

TEST(AreaNames, NeverCoverADot) {
  for (const char* page : {"01", "02"}) {
    // Large dots leave little room.
    const SmallPage small(page, kSmallProject, with(kSmallStyle, "marker: circle, size: 4pt", "size: 30pt"));
    const FrameView& view = small.item<FrameItem>("carte").view;
    ASSERT_FALSE(view.labels.empty());
    for (const PlacedLabel& label : view.labels)
      for (std::size_t i = 0; i < view.layers[2].shapes.size(); ++i)
        EXPECT_FALSE(label.box.intersects(dot_box(small, i))) << label.id;
  }
}

const char* const kLongName = "label: \"Communauté de communes {nom} et ses environs\"";

const PlacedLabel& first_label(const SmallPage& small) {
  return small.item<FrameItem>("carte").view.labels.at(0);
}

TEST(AreaNames, ThatAreLongAreBrokenIntoLines) {
  const SmallPage small(
      "01", with(kSmallProject, "label: \"{nom}\"", kLongName),
      with(kSmallStyle, "petit: { font: sans, size: 7pt", "petit: { font: sans, size: 13pt"));
  EXPECT_GT(first_label(small).lines.size(), 1u);
  EXPECT_LE(first_label(small).lines.size(), 4u);
}

TEST(AreaNames, AreSetSmallerOrShorterOnlyWhereTheyNeedIt) {
  const std::string shrinking =
      with(kSmallStyle, "petit: { font: sans, size: 7pt", "petit: { font: sans, size: 13pt, smallest: 6pt");
  const SmallPage roomy("01", kSmallProject, shrinking);
  EXPECT_EQ(first_label(roomy).lines.at(0).run.size, 13);
  const std::string large =
      with(kSmallStyle, "petit: { font: sans, size: 7pt", "petit: { font: sans, size: 40pt, smallest: 6pt");
  const SmallPage tight("01", with(kSmallProject, "label: \"{nom}\"", kLongName), large);
  EXPECT_LT(first_label(tight).lines.at(0).run.size, 40);
  const std::string fixed =
      with(kSmallStyle, "petit: { font: sans, size: 7pt", "petit: { font: sans, size: 30pt");
  const SmallPage abbreviated(
      "01", with(kSmallProject, "label: \"{nom}\"", std::string(kLongName) + ", label_short: \"CC {nom}\""),
      fixed);
  EXPECT_EQ(first_label(abbreviated).lines.at(0).text, "CC Ouest");
}

TEST(AreaNames, BeyondTheFramesOwnAreaHaveTheirOwnStyle) {
  const std::string style =
      with(kSmallStyle, "  petit:", "  pale: { font: sans, size: 6pt, color: \"#777777\" }\n  petit:");
  const SmallPage small(
      "01", with(kSmallProject, "label_style: petit", "label_style: petit, label_style_beyond: pale"), style);
  const auto& labels = small.item<FrameItem>("carte").view.labels;
  ASSERT_EQ(labels.size(), 2u);
  for (const PlacedLabel& label : labels)
    EXPECT_EQ(label.lines.at(0).run.size, label.id == "carte-nom-zones-01" ? 7 : 6) << label.id;
}

TEST(AreaNames, ThatFindNoPlaceAreReportedWithTheReasonAndStandWhereTheUserMovesThem) {
  const std::string huge =
      with(kSmallStyle, "petit: { font: sans, size: 7pt", "petit: { font: sans, size: 300pt");
  const SmallPage small("01", kSmallProject, huge);
  const FrameView& view = small.item<FrameItem>("carte").view;
  EXPECT_TRUE(view.labels.empty());
  ASSERT_EQ(view.unplaced.size(), 2u);
  bool reported = false;
  for (const Diagnostic& one : small.diagnostics.all()) reported = reported || one.code == "label-unplaced";
  EXPECT_TRUE(reported);
  const SmallPage moved(
      "01",
      with(kSmallProject, "    credits: { made_by",
           "    moves: { zone-01: { carte-nom-zones-01: [1mm, 0mm] } }\n    credits: { made_by"),
      huge);
  ASSERT_EQ(moved.item<FrameItem>("carte").view.labels.size(), 1u);
}

// Names as large as the page stand nowhere.
TEST(PointNames, ThatAreRequiredTakeTheirSymbolWithThem) {
  const auto dots_of = [](const std::string& required, const std::string& size) {
    const SmallPage small(
        "01",
        with(kSmallProject, "    kind: points\n",
             "    kind: points\n    label: \"{nom}\"\n    label_style: petit\n" + required),
        with(kSmallStyle, "petit: { font: sans, size: 7pt", "petit: { font: sans, size: " + size));
    const LayerView& points = small.item<FrameItem>("carte").view.layers.at(2);
    EXPECT_EQ(points.selected.size(), points.shapes.size());
    std::vector<std::string> reasons;
    for (const UnplacedLabel& one : small.item<FrameItem>("carte").view.unplaced)
      if (one.id.find("projets") != std::string::npos) reasons.push_back(one.reason);
    EXPECT_EQ(points.unnamed.size(), required.empty() ? 0 : reasons.size());
    return std::pair{points.selected.size(), reasons};
  };
  const std::string required = "    label_required: true\n";
  const auto [all, unnamed] = dots_of("", "300pt");
  EXPECT_EQ(all, 2U);
  const auto [none, left_out] = dots_of(required, "300pt");
  EXPECT_EQ(none, 0U);
  EXPECT_EQ(left_out.size(), 2U);
  EXPECT_THAT(unnamed, ::testing::Each(::testing::Not(::testing::HasSubstr("go with"))));
  EXPECT_THAT(left_out, ::testing::Each(::testing::HasSubstr("go with their names")));
  EXPECT_EQ(dots_of(required, "7pt").first, all);
}

}  // namespace
}  // namespace cartouche::layout
