#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cartouche/geometry/measure.h"
#include "cartouche/geometry/overlay.h"
#include "coverage_samples.h"

namespace cartouche {
namespace {

using Index = GeometryArray::Index;
using testing::ElementsAre;
using testing::IsEmpty;

/// Squares of side 1 by lower left corner, all in one group.
GeometryArray dissolved_squares(const std::vector<Point>& corners, std::vector<std::size_t>* not_a_coverage) {
  GeometryArray squares(GeometryKind::polygon);
  for (const auto [x, y] : corners) {
    squares.add_ring(std::vector<Point>{{x, y}, {x + 1, y}, {x + 1, y + 1}, {x, y + 1}, {x, y}});
    squares.end_feature();
  }
  return dissolve(squares, std::vector<Index>(squares.size(), 0), 1, not_a_coverage);
}

TEST(Dissolve, SharedEdgesVanishAndRingsStaySimple) {
  struct Case {
    const char* name;
    std::vector<Point> corners;
    std::size_t parts;
    std::size_t rings;
  };
  const Case cases[] = {
      {"nothing", {}, 0, 0},
      {"one", {{0, 0}}, 1, 1},
      {"two side by side", {{0, 0}, {1, 0}}, 1, 1},
      {"two apart", {{0, 0}, {2, 0}}, 2, 2},
      {"two that touch in a corner", {{0, 0}, {1, 1}}, 2, 2},
      {"two that touch in the other corner", {{1, 0}, {0, 1}}, 2, 2},
      {"a frame", {{0, 0}, {1, 0}, {2, 0}, {0, 1}, {2, 1}, {0, 2}, {1, 2}, {2, 2}}, 1, 2},
      {"a frame with an island",
       {{0, 0},
        {1, 0},
        {2, 0},
        {3, 0},
        {4, 0},
        {0, 1},
        {4, 1},
        {0, 2},
        {4, 2},
        {0, 3},
        {4, 3},
        {0, 4},
        {1, 4},
        {2, 4},
        {3, 4},
        {4, 4},
        {2, 2}},
       2,
       3},
      {"a frame closed by a corner only",
       {{0, 0}, {1, 0}, {2, 0}, {0, 1}, {2, 1}, {0, 2}, {1, 2}, {3, 2}, {3, 1}},
       1,
       2},
      {"a ring that bites its own tail",
       {{0, 0}, {1, 0}, {2, 0}, {0, 1}, {0, 2}, {1, 2}, {2, 1}, {0, 3}},
       1,
       2},
      {"two holes that touch in a corner",
       {{0, 0},
        {1, 0},
        {2, 0},
        {3, 0},
        {0, 1},
        {2, 1},
        {3, 1},
        {0, 2},
        {1, 2},
        {3, 2},
        {0, 3},
        {1, 3},
        {2, 3},
        {3, 3}},
       1,
       3},
  };
  for (const auto& c : cases) {
    std::vector<std::size_t> not_a_coverage;
    const auto result = dissolved_squares(c.corners, &not_a_coverage);
    ASSERT_EQ(result.size(), 1U) << c.name;
    EXPECT_THAT(not_a_coverage, IsEmpty()) << c.name;
    EXPECT_EQ(result.part_count(), c.parts) << c.name;
    EXPECT_EQ(result.ring_count(), c.rings) << c.name;
    EXPECT_DOUBLE_EQ(area(result, 0), static_cast<double>(c.corners.size())) << c.name;
    EXPECT_TRUE(samples::is_valid(result, 0)) << c.name << ": " << to_wkt(result, 0);
  }
}

TEST(Dissolve, OrientationAndStartOfRingsDoNotMatter) {
  const auto pair = samples::polygons(
      {"POLYGON ((0 0, 0 1, 1 1, 1 0, 0 0))", "POLYGON ((2 1, 2 0, 1 0, 1 1, 2 1))", "POLYGON EMPTY"});
  std::vector<std::size_t> not_a_coverage;
  const auto joined = dissolve(pair, std::vector<Index>{0, 0, 0}, 1, &not_a_coverage);
  EXPECT_EQ(joined.ring_count(), 1U);
  EXPECT_DOUBLE_EQ(area(joined, 0), 2);
  EXPECT_THAT(not_a_coverage, IsEmpty());
}

TEST(Dissolve, AHoleFilledByAnotherMemberCloses) {
  const auto pair = samples::polygons({"POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 3 1, 3 3, 1 3, 1 1))",
                                       "POLYGON ((1 1, 3 1, 3 3, 1 3, 1 1))"});
  const auto joined = dissolve(pair, std::vector<Index>{0, 0}, 1);
  EXPECT_EQ(joined.ring_count(), 1U);
  EXPECT_DOUBLE_EQ(area(joined, 0), 81);
}

TEST(Dissolve, WhatIsNotACoverageIsNamedAndStillJoined) {
  struct Case {
    const char* name;
    GeometryArray polygons;
    double area;
  };
  const Case cases[] = {
      {"crossing",
       samples::polygons({"POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))", "POLYGON ((1 1, 3 1, 3 3, 1 3, 1 1))"}), 7},
      {"one inside the other",
       samples::polygons({"POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0))", "POLYGON ((1 1, 3 1, 3 3, 1 3, 1 1))"}), 81},
      {"twice the same",
       samples::polygons({"POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))", "POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))"}), 4},
      {"a vertex on a neighbour's edge",
       samples::polygons({"POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))", "POLYGON ((2 0, 4 0, 4 1, 2 1, 2 0))"}), 6},
      {"edges that lie on each other",
       samples::polygons({"POLYGON ((0 0, 2 0, 2 3, 0 3, 0 0))", "POLYGON ((2 1, 4 1, 4 4, 2 4, 2 1))"}), 12},
  };
  for (const auto& c : cases) {
    // A sound group before and after must not suffer.
    GeometryArray all = samples::polygons({"POLYGON ((50 0, 51 0, 51 1, 50 1, 50 0))"});
    all.append(c.polygons, 0);
    all.append(c.polygons, 1);
    std::vector<std::size_t> not_a_coverage;
    const auto joined = dissolve(all, std::vector<Index>{0, 1, 1}, 3, &not_a_coverage);
    EXPECT_THAT(not_a_coverage, ElementsAre(1)) << c.name;
    ASSERT_EQ(joined.size(), 3U);
    EXPECT_DOUBLE_EQ(area(joined, 0), 1);
    EXPECT_NEAR(area(joined, 1), c.area, 1e-9) << c.name;
    EXPECT_TRUE(samples::is_valid(joined, 1)) << c.name;
    EXPECT_TRUE(joined.is_missing(2));
  }
}

TEST(Dissolve, FeaturesOfNoGroupAreLeftOut) {
  const auto pair =
      samples::polygons({"POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))", "POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))"});
  const auto joined = dissolve(pair, std::vector<Index>{0xFFFFFFFF, 0}, 1);
  EXPECT_EQ(area(joined, 0), 1);
}

TEST(Dissolve, RandomGroupsOfARandomCoverageAreValidAndKeepTheirArea) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const int n = 12;
    const auto cells = samples::jittered_grid(n, seed, 3);
    std::mt19937_64 random(seed);
    constexpr std::size_t kGroups = 5;
    std::vector<Index> group;
    std::vector<double> expected(kGroups, 0);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      group.push_back(static_cast<Index>(random() % kGroups));
      expected[group.back()] += area(cells, i);
    }
    std::vector<std::size_t> not_a_coverage;
    const auto joined = dissolve(cells, group, kGroups, &not_a_coverage);
    EXPECT_THAT(not_a_coverage, IsEmpty()) << seed;
    for (std::size_t g = 0; g < kGroups; ++g) {
      EXPECT_NEAR(area(joined, g), expected[g], expected[g] * 1e-12) << seed;
      EXPECT_TRUE(samples::is_valid(joined, g)) << seed;
    }
  }
}

}  // namespace
}  // namespace cartouche
