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
using ::testing::HasSubstr;

std::string style(const std::string& along, const std::string& size = "7pt") {
  return with(kSmallStyle, "petit: { font: sans, size: 7pt",
              "petit: { font: sans, along: { " + along + " }, size: " + size);
}

const FrameView& view_of(const SmallPage& small) {
  return small.item<FrameItem>("carte").view;
}

/// Middles of the letters' feet, in their order.
std::vector<Point> feet(const PlacedLabel& label) {
  std::vector<Point> feet;
  for (const PlacedText& run : label.lines) {
    const auto pieces = cluster_pieces(run.text, run.run);
    EXPECT_EQ(pieces.size(), run.along.size());
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const double half = pieces[i].run.advance / 2;
      feet.push_back({run.along[i].x + half * std::cos(run.along[i].angle),
                      run.along[i].y + half * std::sin(run.along[i].angle)});
    }
  }
  return feet;
}

std::vector<std::string> reasons(const SmallPage& small) {
  std::vector<std::string> all;
  for (const UnplacedLabel& one : view_of(small).unplaced) all.push_back(one.reason);
  return all;
}

TEST(CurvedNames, StandUprightAlongTheBoundaryTheirLettersClearOfDots) {
  for (const char* side : {"inside", "outside", "above", "below", "on"}) {
    const SmallPage small("01", kSmallProject, style(std::string("repeat: 20mm, side: ") + side));
    const FrameView& view = view_of(small);
    ASSERT_FALSE(view.labels.empty()) << side;
    for (const PlacedLabel& label : view.labels)
      for (const PlacedText& run : label.lines)
        for (const TurnedCluster& letter : run.along) {
          EXPECT_LE(std::abs(letter.angle), 100 * std::numbers::pi / 180) << side;
          for (const Point dot : view.layers[2].shapes.points())
            EXPECT_GT(std::hypot(letter.x - dot.x, letter.y - dot.y), 2) << side;
        }
  }
}

TEST(CurvedNames, StandInsideOrOutsideTheirAreaAsTheStyleSays) {
  for (const bool inside : {true, false}) {
    const SmallPage small(
        "01", kSmallProject,
        style(std::string("repeat: 20mm, offset: 2pt, side: ") + (inside ? "inside" : "outside")));
    const FrameView& view = view_of(small);
    ASSERT_FALSE(view.labels.empty());
    for (const PlacedLabel& label : view.labels) {
      const std::size_t zone = label.id.starts_with("carte-nom-zones-01") ? 0 : 1;
      const Box area = view.layers[0].shapes.box(zone);
      for (const Point foot : feet(label)) EXPECT_EQ(area.expanded(-1).contains(foot), inside) << label.id;
    }
  }
}

TEST(CurvedNames, AreRepeatedNoNearerThanHalfTheDistanceAskedFor) {
  const double repeat = to_points(Millimetres{30}).value;
  const SmallPage one("01", kSmallProject, style("")), small("01", kSmallProject, style("repeat: 30mm"));
  const auto middles = [](const SmallPage& page) {
    std::vector<Point> all;
    for (const PlacedLabel& label : view_of(page).labels)
      if (label.id.starts_with("carte-nom-zones-01")) all.push_back(feet(label)[feet(label).size() / 2]);
    return all;
  };
  EXPECT_EQ(middles(one).size(), 1u);
  ASSERT_GT(middles(small).size(), 1u);
  // Along the line they are further apart than as the crow flies; on one side of a square it is the same.
  const std::vector<Point> all = middles(small);
  for (std::size_t i = 1; i < all.size(); ++i) {
    const double across = std::abs(all[i].x - all[i - 1].x) + std::abs(all[i].y - all[i - 1].y);
    EXPECT_GE(across, repeat / 2 - 8)
        << i;  // a corner evened out by up to twice the size is that much shorter
  }
}

TEST(CurvedNames, ThatFindNoPlaceSayWhy) {
  EXPECT_THAT(reasons(SmallPage("01", kSmallProject, style("", "300pt"))),
              ::testing::Contains("its line is too short for it"));
  EXPECT_THAT(reasons(SmallPage("01", kSmallProject, style("turn: 0.001, bend: 0.001", "100pt"))),
              ::testing::Contains("its line turns too sharply for it"));
  const SmallPage blocked("01", kSmallProject, style("offset: 400pt"));
  EXPECT_THAT(reasons(blocked), ::testing::Not(::testing::IsEmpty()));
}

TEST(CurvedNames, AreMovedAsTheyStand) {
  const SmallPage small("01", kSmallProject, style(""));
  const SmallPage moved(
      "01",
      with(kSmallProject, "    credits: { made_by",
           "    moves: { zone-01: { carte-nom-zones-01: [2mm, -1mm] } }\n    credits: { made_by"),
      style(""));
  const auto& before = view_of(small).labels.at(0);
  const auto& after = view_of(moved).labels.at(0);
  ASSERT_EQ(before.id, "carte-nom-zones-01");
  ASSERT_EQ(after.id, before.id);
  for (std::size_t i = 0; i < before.lines[0].along.size(); ++i) {
    EXPECT_NEAR(after.lines[0].along[i].x - before.lines[0].along[i].x, to_points(Millimetres{2}).value,
                1e-9);
    EXPECT_NEAR(after.lines[0].along[i].y - before.lines[0].along[i].y, to_points(Millimetres{-1}).value,
                1e-9);
    EXPECT_EQ(after.lines[0].along[i].angle, before.lines[0].along[i].angle);
  }
}

TEST(CurvedNames, GoWithLinesAndAreasOnly) {
  try {
    const SmallPage small(
        "01",
        with(kSmallProject, "kind: points", "label: \"{nom}\"\n    label_style: petit\n    kind: points"),
        style(""));
    FAIL() << "an error was expected";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("draws points"));
  }
}

}  // namespace
}  // namespace cartouche::layout
