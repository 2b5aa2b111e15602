// Moving an item moves all of it: every coordinate of every kind.

#include "../../src/layout/item_box.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace cartouche::layout {
namespace {

const Box kBox{{10, 20}, {30, 40}};

PlacedText text_at(Point at) {
  PlacedText text;
  text.at = at;
  text.along = {{at.x, at.y, 0.5}};
  return text;
}

void add(std::vector<Point>& points, const Box& box) {
  points.push_back(box.min);
  points.push_back(box.max);
}

void add(std::vector<Point>& points, const std::vector<PlacedText>& texts) {
  for (const PlacedText& text : texts) {
    points.push_back(text.at);
    for (const TurnedCluster& letter : text.along) points.push_back({letter.x, letter.y});
  }
}

struct PointsOf {
  std::vector<Point> points;

  void operator()(const FrameItem&) {}
  void operator()(const TextItem& item) { add(points, item.lines); }
  void operator()(const LegendItem& item) {
    for (const Swatch& one : item.swatches) add(points, one.box);
    for (const LegendLeader& one : item.leaders) points.insert(points.end(), {one.from, one.to});
    for (const LegendLine& one : item.lines) add(points, one.swatches);
    add(points, item.texts);
  }
  void operator()(const ScaleBarItem& item) {
    points.insert(points.end(), {item.from, item.to});
    add(points, item.texts);
  }
  void operator()(const CalloutsItem& item) {
    for (const PlacedCallout& one : item.callouts) {
      add(points, one.box);
      add(points, one.texts);
      points.insert(points.end(), one.leader.begin(), one.leader.end());
    }
  }
  void operator()(const RuleItem& item) { points.insert(points.end(), {item.from, item.to}); }
  void operator()(const PanelItem& item) { add(points, item.box); }
  void operator()(const ChartItem& item) {
    for (const ChartShape& one : item.shapes) add(points, one.path.box());
    add(points, item.texts);
  }
  void operator()(const NorthArrowItem& item) {
    points.insert(points.end(), {item.foot, item.tip});
    add(points, item.texts);
  }
  void operator()(const LocatorItem& item) {
    points = item.outline;
    for (const auto& [from, to] : item.ties) points.insert(points.end(), {from, to});
  }
};

std::vector<Point> points_of(const ItemValue& item) {
  PointsOf all;
  std::visit(all, item);
  return all.points;
}

// One of each kind, filled.
std::vector<ItemValue> one_of_each() {
  const std::vector<PlacedText> texts{text_at({1, 2}), text_at({3, 4})};
  LegendItem legend;
  legend.swatches.push_back({SwatchKind::point, kBox, {}});
  legend.leaders.push_back({{1, 2}, {3, 4}, {}});
  legend.texts = texts;
  legend.lines.push_back({0, 0, "une ligne", kBox});
  ScaleBarItem bar;
  bar.to = {30, 40};
  bar.texts = texts;
  CalloutsItem callouts;
  callouts.callouts.push_back({"a", "a", kBox, texts, {{1, 2}, {3, 4}}});
  RuleItem rule;
  rule.to = {30, 40};
  PanelItem panel;
  panel.box = kBox;
  ChartItem chart;
  chart.shapes.push_back({"a", Path::polyline(std::vector<Point>{{1, 2}, {3, 4}}), {}});
  chart.texts = texts;
  NorthArrowItem arrow;
  arrow.tip = {3, 4};
  arrow.texts = texts;
  LocatorItem locator;
  locator.outline = {{1, 2}, {3, 4}};
  locator.ties = {{{5, 6}, {7, 8}}};
  return {TextItem{texts}, legend, bar, callouts, rule, panel, chart, arrow, locator};
}

TEST(Move, TakesEveryCoordinateOfEveryKindAlong) {
  const std::vector<ItemValue> all = one_of_each();
  ASSERT_EQ(all.size() + 1, std::variant_size_v<ItemValue>) << "all but the frame";
  for (ItemValue item : all) {
    const std::vector<Point> before = points_of(item);
    ASSERT_FALSE(before.empty()) << item.index();
    move(item, 100, -7);
    const std::vector<Point> after = points_of(item);
    ASSERT_EQ(before.size(), after.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
      EXPECT_DOUBLE_EQ(after[i].x, before[i].x + 100) << "kind " << item.index();
      EXPECT_DOUBLE_EQ(after[i].y, before[i].y - 7) << "kind " << item.index();
    }
  }
}

TEST(Move, OfAFrameIsAMistakeOfTheProgram) {
  ItemValue frame = FrameItem{};
  EXPECT_THROW(move(frame, 1, 1), std::logic_error);
}

}  // namespace
}  // namespace cartouche::layout
