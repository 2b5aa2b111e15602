#include "cartouche/geometry/coverage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "cartouche/geometry/measure.h"
#include "cartouche/geometry/overlay.h"
#include "coverage_samples.h"

namespace cartouche {
namespace {

using Index = GeometryArray::Index;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

TEST(Coverage, ArcsAreCutWhereSharingStartsAndEnds) {
  struct Case {
    const char* name;
    GeometryArray polygons;
    std::size_t arcs;
  };
  const Case cases[] = {
      {"one ring is one arc", samples::polygons({"POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))"}), 1},
      {"two neighbours have three",
       samples::polygons({"POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))", "POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))"}), 3},
      {"a filled hole is one closed arc",
       samples::polygons({"POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 3 1, 3 3, 1 3, 1 1))",
                          "POLYGON ((3 3, 1 3, 1 1, 3 1, 3 3))"}),
       2},
      {"the same ring twice, turned and reversed, is one",
       samples::polygons({"POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))", "POLYGON ((2 2, 2 0, 0 0, 0 2, 2 2))"}), 1},
      {"a common corner is a node",
       samples::polygons({"POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))", "POLYGON ((1 1, 2 1, 2 2, 1 2, 1 1))"}), 2},
      {"four squares around a point",
       samples::polygons({"POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))", "POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))",
                          "POLYGON ((0 1, 1 1, 1 2, 0 2, 0 1))", "POLYGON ((1 1, 2 1, 2 2, 1 2, 1 1))"}),
       8},
      {"repeated points are one", samples::polygons({"POLYGON ((0 0, 0 0, 2 0, 2 2, 2 2, 0 2, 0 0, 0 0))"}),
       1},
      {"nothing", samples::polygons({"POLYGON EMPTY"}), 0},
  };
  for (const auto& c : cases) EXPECT_EQ(Coverage(c.polygons).arc_count(), c.arcs) << c.name;
}

TEST(Coverage, AClosedArcStartsAtItsSmallestVertex) {
  const Coverage coverage(samples::polygons({"POLYGON ((2 2, 0 2, 0 0, 2 0, 2 2))"}));
  ASSERT_EQ(coverage.arc_count(), 1U);
  EXPECT_EQ(coverage.arc(0).front(), (Point{0, 0}));
  EXPECT_EQ(coverage.arc(0).back(), (Point{0, 0}));
  EXPECT_EQ(coverage.arc(0).size(), 5U);
}

TEST(Coverage, WithoutToleranceNothingChangesButTheStartOfRings) {
  const auto cells = samples::jittered_grid(5, 3, 4);
  const auto same = Coverage(cells).simplified(0);
  ASSERT_EQ(same.points().size(), cells.points().size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    EXPECT_DOUBLE_EQ(area(same, i), area(cells, i));
    const auto a = cells.ring(static_cast<Index>(i));
    const auto b = same.ring(static_cast<Index>(i));
    EXPECT_EQ(std::set<Point>(a.begin(), a.end()), std::set<Point>(b.begin(), b.end()));
  }
}

TEST(Coverage, VerticesOfSmallEffectiveAreaGo) {
  // The bump at (1, 0.1) has an area of 0.1 and a flat angle: it goes at a tolerance² above 0.1·1.7.
  const auto bump = samples::polygons({"POLYGON ((0 0, 1 0.1, 2 0, 2 2, 0 2, 0 0))"});
  const Coverage coverage(bump);
  EXPECT_EQ(to_wkt(coverage.simplified(0.1), 0), "POLYGON ((0 0, 1 0.1, 2 0, 2 2, 0 2, 0 0))");
  EXPECT_EQ(to_wkt(coverage.simplified(0.45), 0), "POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))");
}

TEST(Coverage, ARingKeepsATriangleHoweverLargeTheTolerance) {
  const auto polygons = samples::polygons(
      {"MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)), ((5 5, 5.1 5, 5.1 5.1, 5 5.1, 5 5)))", "POLYGON EMPTY"});
  const auto small = Coverage(polygons).simplified(1e9);
  EXPECT_EQ(small.part_count(), 2U);
  EXPECT_EQ(small.ring(0).size(), 4U);
  EXPECT_EQ(small.ring(1).size(), 4U);
  EXPECT_GT(area(small, 0), 0);
  EXPECT_TRUE(small.is_missing(1));
}

TEST(Coverage, TwoArcsBetweenTheSameNodesStayApart) {
  // The lens in the middle of a split square: both of its sides would become the chord from node to node.
  const auto lens = samples::polygons({"POLYGON ((0 0, 4 0, 4 2, 3 2, 2 2.2, 1 2, 0 2, 0 0))",
                                       "POLYGON ((1 2, 2 2.2, 3 2, 2 2.5, 1 2))",
                                       "POLYGON ((0 2, 1 2, 2 2.5, 3 2, 4 2, 4 4, 0 4, 0 2))"});
  const auto small = Coverage(lens).simplified(100);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_FALSE(small.is_missing(i));
    EXPECT_GT(area(small, i), 0) << i;
    EXPECT_TRUE(samples::is_valid(small, i)) << to_wkt(small, i);
    for (std::size_t j = 0; j < i; ++j) EXPECT_EQ(intersection_area(small, i, small, j), 0);
  }
}

TEST(Coverage, AnIslandIsNotSweptAshore) {
  // The island lies in a bay whose mouth the chord would close behind it.
  const auto bay = samples::polygons({"POLYGON ((0 0, 10 0, 10 5, 6 5, 5.5 3, 4.5 3, 4 5, 0 5, 0 0))",
                                      "POLYGON ((4.9 3.9, 5.1 3.9, 5.1 4.1, 4.9 4.1, 4.9 3.9))"});
  const auto small = Coverage(bay).simplified(100);
  EXPECT_EQ(intersection_area(small, 0, small, 1), 0);
  EXPECT_GT(area(small, 1), 0);
  EXPECT_LT(small.ring(0).size(), bay.ring(0).size());
}

TEST(Coverage, SmallPartsAndTheHolesTheyLeaveGoButNeverTheLargestPart) {
  // B has a large part far away and a small one that fills a hole of A; C fills another hole with its only
  // part.
  const auto polygons = samples::polygons(
      {"POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1), (5 5, 6 5, 6 6, 5 6, 5 5))",
       "MULTIPOLYGON (((1 1, 2 1, 2 2, 1 2, 1 1)), ((20 0, 29 0, 29 9, 20 9, 20 0)))",
       "POLYGON ((5 5, 6 5, 6 6, 5 6, 5 5))"});
  const auto kept = Coverage(polygons).simplified(0, 4);
  EXPECT_EQ(to_wkt(kept, 0), "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (5 5, 6 5, 6 6, 5 6, 5 5))");
  EXPECT_EQ(to_wkt(kept, 1), "POLYGON ((20 0, 29 0, 29 9, 20 9, 20 0))");
  EXPECT_FALSE(kept.is_missing(2));
}

TEST(Coverage, ASelectionHasTheSameBordersAsTheWhole) {
  const auto cells = samples::jittered_grid(6, 11, 8);
  const Coverage coverage(cells);
  const auto whole = coverage.simplified(0.2);
  const std::vector<Index> wanted{7, 30, 8};
  EXPECT_EQ(coverage.simplified(wanted, 0.2), whole.take(wanted));
}

TEST(Coverage, InvalidInputIsTakenAsItIs) {
  const auto cases = {
      "POLYGON ((0 0, 4 4, 4 0, 0 4, 0 0))",                             // bow tie
      "POLYGON ((0 0, 2 0, 5 0, 2 0, 2 2, 0 2, 0 0))",                   // spike
      "POLYGON ((0 0, 0 0, 0 0, 0 0))",                                  // a point
      "POLYGON ((0 0, 1 1, 0 0, 1 1, 0 0))",                             // a line to and fro
      "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (0 0, 4 0, 4 4, 0 4, 0 0))",  // a hole as large as the outline
      "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((1 1, 5 1, 5 5, 1 5, 1 1)))",
  };
  for (const char* text : cases) {
    const Coverage coverage(samples::polygons({text, text, "POLYGON ((0 0, 3 0, 3 3, 0 3, 0 0))"}));
    for (const double tolerance : {0.0, 0.5, 100.0}) {
      EXPECT_EQ(coverage.simplified(tolerance).size(), 3U) << text;
      EXPECT_NO_THROW(coverage.borders(std::vector<Index>{0, 1, 2}, tolerance)) << text;
    }
  }
}

double union_area(const GeometryArray& polygons, bool& is_coverage) {
  std::vector<std::size_t> not_a_coverage;
  const auto all = dissolve(polygons, std::vector<Index>(polygons.size(), 0), 1, &not_a_coverage);
  is_coverage = not_a_coverage.empty();
  return area(all, 0);
}

struct Random {
  int n;
  int detail;
  double amplitude;
  double tolerance;
};

class RandomCoverage : public testing::TestWithParam<Random> {};

TEST_P(RandomCoverage, StaysACoverageWhenSimplified) {
  const auto [n, detail, amplitude, tolerance] = GetParam();
  int checked = 0;
  for (std::uint64_t seed = 1; seed <= 15; ++seed) {
    const auto cells = samples::jittered_grid(n, seed, detail, amplitude);
    // Wild sides may cross: only sound input is asked to stay sound.
    bool sound = false;
    const double before = union_area(cells, sound);
    for (std::size_t i = 0; i < cells.size(); ++i) sound = sound && samples::is_valid(cells, i);
    if (!sound) continue;
    ++checked;

    const auto small = Coverage(cells).simplified(tolerance);
    ASSERT_EQ(small.size(), cells.size());
    EXPECT_LT(small.points().size(), cells.points().size()) << seed;
    double sum = 0;
    for (std::size_t i = 0; i < small.size(); ++i) {
      EXPECT_FALSE(small.is_missing(i)) << seed;
      EXPECT_TRUE(samples::is_valid(small, i)) << "seed " << seed << ": " << to_wkt(small, i);
      sum += area(small, i);
    }
    // Borders still cancel exactly, and what is left has the area of the parts: no gaps, no overlaps.
    bool still_a_coverage = false;
    const double after = union_area(small, still_a_coverage);
    EXPECT_TRUE(still_a_coverage) << seed;
    EXPECT_NEAR(after, sum, 1e-9) << seed;
    EXPECT_NEAR(after, before, 0.1 * before) << seed;
    EXPECT_EQ(Coverage(small).adjacency(), Coverage(cells).adjacency()) << seed;
  }
  EXPECT_GE(checked, 5);
}

INSTANTIATE_TEST_SUITE_P(Tolerances, RandomCoverage,
                         testing::Values(Random{6, 6, 0.15, 0.02}, Random{6, 12, 0.2, 0.1},
                                         Random{6, 12, 0.25, 0.3}, Random{5, 20, 0.2, 10},
                                         Random{8, 5, 0.3, 10}));

TEST(Coverage, SimplifyingTwiceGivesTheSameBytesInAnyOrderOfTolerances) {
  const auto cells = samples::jittered_grid(8, 5, 12);
  const Coverage one(cells);
  const Coverage two(cells);
  const auto fine = one.simplified(0.05);
  const auto coarse = one.simplified(0.3);
  EXPECT_EQ(two.simplified(0.3), coarse);
  EXPECT_EQ(two.simplified(0.05), fine);
  EXPECT_EQ(one.simplified(0.05), fine);
}

TEST(Borders, RunBetweenGroupsAndAroundThem) {
  // Two by two squares; groups left and right.
  const auto squares =
      samples::polygons({"POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))", "POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))",
                         "POLYGON ((0 1, 1 1, 1 2, 0 2, 0 1))", "POLYGON ((1 1, 2 1, 2 2, 1 2, 1 1))"});
  const Coverage coverage(squares);
  const std::vector<Index> sides{0, 1, 0, 1};
  const auto between = coverage.borders(sides, 0, false);
  ASSERT_EQ(between.size(), 1U);
  EXPECT_EQ(to_wkt(between, 0), "LINESTRING (1 0, 1 1, 1 2)");

  // With the outer border three lines meet at its ends: the middle and the two halves around.
  EXPECT_EQ(coverage.borders(sides, 0).size(), 3U);
  // One group: a closed line around it. Nobody: none.
  const auto around = coverage.borders(std::vector<Index>{0, 0, 0, 0}, 0);
  ASSERT_EQ(around.size(), 1U);
  EXPECT_EQ(around.ring(0).front(), around.ring(0).back());
  EXPECT_EQ(around.ring(0).size(), 9U);
  const Index none = Coverage::kNoGroup;
  EXPECT_EQ(coverage.borders(std::vector<Index>{none, none, none, none}, 0).size(), 0U);
  // A group next to none has an outer border there, too.
  EXPECT_EQ(coverage.borders(std::vector<Index>{0, none, 0, none}, 0).size(), 1U);
  EXPECT_EQ(coverage.borders(std::vector<Index>{0, none, 0, none}, 0, false).size(), 0U);
}

TEST(Borders, LieOnTheSimplifiedPolygons) {
  const auto cells = samples::jittered_grid(5, 2, 9);
  const Coverage coverage(cells);
  std::vector<Index> own(cells.size());
  for (std::size_t i = 0; i < own.size(); ++i) own[i] = static_cast<Index>(i);
  const auto small = coverage.simplified(0.2);
  std::set<std::pair<Point, Point>> edges;
  for (Index r = 0; r < small.ring_count(); ++r) {
    const auto ring = small.ring(r);
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) edges.insert(std::minmax(ring[i], ring[i + 1]));
  }
  const auto lines = coverage.borders(own, 0.2);
  std::size_t count = 0;
  for (Index r = 0; r < lines.ring_count(); ++r) {
    const auto line = lines.ring(r);
    for (std::size_t i = 0; i + 1 < line.size(); ++i, ++count) {
      EXPECT_EQ(edges.count(std::minmax(line[i], line[i + 1])), 1U);
    }
  }
  EXPECT_EQ(count, edges.size());
}

TEST(Adjacency, NeedsACommonEdge) {
  const auto squares =
      samples::polygons({"POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))", "POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))",
                         "POLYGON ((0 1, 1 1, 1 2, 0 2, 0 1))", "POLYGON ((1 1, 2 1, 2 2, 1 2, 1 1))",
                         "POLYGON ((5 5, 6 5, 6 6, 5 5))", "POLYGON EMPTY"});
  EXPECT_THAT(Coverage(squares).adjacency(), ElementsAre(Pair(0, 1), Pair(0, 2), Pair(1, 3), Pair(2, 3)));
  EXPECT_THAT(Coverage(samples::polygons({"POLYGON EMPTY"})).adjacency(), IsEmpty());
}

}  // namespace
}  // namespace cartouche
