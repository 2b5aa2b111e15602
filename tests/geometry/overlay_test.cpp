#include "cartouche/geometry/overlay.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

#include "cartouche/geometry/measure.h"
#include "cartouche/geometry/wkt.h"
#include "coverage_samples.h"

namespace cartouche {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

constexpr const char* kSquare = "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))";
constexpr const char* kBow = "POLYGON ((0 0, 4 4, 4 0, 0 4, 0 0))";

TEST(Repair, NamesFaultAndPlaceAndLeavesAValidPolygon) {
  struct Case {
    const char* name;
    std::vector<Point> ring;
    const char* reason;
    double area;
  };
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const Case cases[] = {
      {"bow tie", {{0, 0}, {4, 4}, {4, 0}, {0, 4}, {0, 0}}, "Self-intersection at 2 2", 8},
      {"open", {{0, 0}, {4, 0}, {4, 4}, {0, 4}}, "Ring not closed at 0 0", 16},
      {"not a number",
       {{0, 0}, {4, 0}, {nan, 3}, {4, 4}, {0, 4}, {0, 0}},
       "Coordinate that is not a number",
       16},
      {"spike", {{0, 0}, {4, 0}, {9, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}}, "Self-intersection at ", 16},
  };
  for (const auto& c : cases) {
    auto polygons = samples::polygons({kSquare});
    polygons.add_ring(c.ring);
    polygons.end_feature();
    polygons.append(polygons, 0);
    const auto repaired = repair(polygons);
    ASSERT_THAT(repaired, SizeIs(1)) << c.name;
    EXPECT_EQ(repaired[0].feature, 1U);
    EXPECT_THAT(repaired[0].reason, StartsWith(c.reason)) << c.name;
    ASSERT_EQ(polygons.size(), 3U);
    EXPECT_DOUBLE_EQ(area(polygons, 1), c.area) << c.name;
    EXPECT_TRUE(samples::is_valid(polygons, 1)) << c.name;
    EXPECT_EQ(to_wkt(polygons, 0), kSquare);
    EXPECT_EQ(to_wkt(polygons, 2), kSquare);
  }
}

TEST(Repair, APolygonWithNothingLeftBecomesMissing) {
  auto polygons = samples::polygons({"POLYGON ((0 0, 1 1, 2 2, 0 0))", kSquare});
  polygons.add_ring(std::vector<Point>{{0, 0}, {1, 1}});
  polygons.end_feature();
  EXPECT_THAT(repair(polygons), SizeIs(2));
  EXPECT_TRUE(polygons.is_missing(0));
  EXPECT_FALSE(polygons.is_missing(1));
  EXPECT_TRUE(polygons.is_missing(2));
}

TEST(Repair, ValidPolygonsAreLeftAlone) {
  auto polygons = samples::polygons({kSquare, "POLYGON EMPTY"});
  const auto before = polygons;
  EXPECT_THAT(repair(polygons), IsEmpty());
  EXPECT_EQ(polygons, before);
}

TEST(Clip, KeepsNumberAndOrderOfFeatures) {
  const auto window = samples::polygons({kSquare});
  const auto polygons =
      samples::polygons({"POLYGON ((1 1, 2 1, 2 2, 1 1))", "POLYGON ((9 9, 10 9, 10 10, 9 9))",
                         "POLYGON ((2 2, 6 2, 6 3, 2 3, 2 2))", "POLYGON EMPTY"});
  const auto cut = clip(polygons, window, 0);
  ASSERT_EQ(cut.size(), 4U);
  EXPECT_EQ(to_wkt(cut, 0), to_wkt(polygons, 0));
  EXPECT_TRUE(cut.is_missing(1));
  EXPECT_DOUBLE_EQ(area(cut, 2), 2);
  EXPECT_TRUE(cut.is_missing(3));
}

TEST(Clip, TouchingIsNotEnoughForAPolygonToStay) {
  const auto cut =
      clip(samples::polygons({"POLYGON ((4 0, 6 0, 6 4, 4 4, 4 0))"}), samples::polygons({kSquare}), 0);
  EXPECT_TRUE(cut.is_missing(0));
}

TEST(Clip, WorksOnLinesPointsAndInvalidPolygons) {
  const auto window = samples::polygons({kSquare});
  GeometryArray lines(GeometryKind::line);
  append_wkt(lines, "LINESTRING (-1 1, 5 1, 5 2, -1 2)");
  EXPECT_EQ(to_wkt(clip(lines, window, 0), 0), "MULTILINESTRING ((0 1, 4 1), (4 2, 0 2))");
  GeometryArray points;
  points.add_point({1, 1});
  points.add_point({5, 1});
  points.add_point({4, 4});
  const auto kept = clip(points, window, 0);
  EXPECT_FALSE(kept.is_missing(0));
  EXPECT_TRUE(kept.is_missing(1));
  EXPECT_FALSE(kept.is_missing(2));
  const auto bow = clip(samples::polygons({"POLYGON ((-1 0, 3 4, 3 0, -1 4, -1 0))"}), window, 0);
  EXPECT_DOUBLE_EQ(area(bow, 0), 5);
}

TEST(Erase, LeavesWhatLiesOutsideAndNothingOfALineOnTheBorder) {
  const auto square = samples::polygons({kSquare});
  const struct {
    const char* line;
    const char* left;  // "" where nothing is
  } cases[] = {
      {"LINESTRING (-1 1, 5 1)", "MULTILINESTRING ((-1 1, 0 1), (4 1, 5 1))"},
      {"LINESTRING (1 1, 2 2)", ""},
      {"LINESTRING (0 0, 4 0, 4 4)", ""},
      {"LINESTRING (0 0, 6 0)", "LINESTRING (4 0, 6 0)"},
      {"LINESTRING (9 9, 10 9)", "LINESTRING (9 9, 10 9)"},
  };
  for (const auto& one : cases) {
    GeometryArray lines(GeometryKind::line);
    append_wkt(lines, one.line);
    const auto left = erase(lines, square, 0);
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left.is_missing(0), std::string(one.left).empty()) << one.line;
    if (!left.is_missing(0)) {
      EXPECT_EQ(to_wkt(left, 0), one.left);
    }
  }
  const auto polygon = erase(samples::polygons({"POLYGON ((2 2, 6 2, 6 3, 2 3, 2 2))"}), square, 0);
  EXPECT_DOUBLE_EQ(area(polygon, 0), 2);
}

TEST(ClipToBox, PolygonsStayClosedAlongTheEdge) {
  struct Case {
    const char* in;
    const char* out;
  };
  const Case cases[] = {
      {kSquare, kSquare},
      {"POLYGON ((2 2, 8 2, 8 3, 2 3, 2 2))", "POLYGON ((2 2, 5 2, 5 3, 2 3, 2 2))"},
      {"POLYGON ((6 6, 8 6, 8 8, 6 6))", "POLYGON EMPTY"},
      {"POLYGON ((5 1, 8 1, 8 2, 5 2, 5 1))", "POLYGON EMPTY"},
      {"POLYGON ((4 6, 8 6, 8 4, 4 6))", "POLYGON EMPTY"},
      {"POLYGON ((-9 -9, 9 -9, 9 9, -9 9, -9 -9), (1 1, 2 1, 2 2, 1 1))",
       "POLYGON ((-1 5, -1 -1, 5 -1, 5 5, -1 5), (1 1, 2 1, 2 2, 1 1))"},
      {"MULTIPOLYGON (((7 7, 8 7, 8 8, 7 7), (7.5 7.2, 7.6 7.2, 7.6 7.3, 7.5 7.2)), ((0 0, 1 0, 1 1, 0 0)))",
       "POLYGON ((0 0, 1 0, 1 1, 0 0))"},
      {"POLYGON EMPTY", "POLYGON EMPTY"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(to_wkt(clip_to_box(samples::polygons({c.in}), {{-1, -1}, {5, 5}}), 0), c.out) << c.in;
  }
}

TEST(ClipToBox, KeepsTheAreaGeosKeeps) {
  const auto grid = samples::jittered_grid(6, 7);
  const Box box{{1.3, 1.7}, {4.4, 3.9}};
  GeometryArray window(GeometryKind::polygon);
  append_wkt(window, "POLYGON ((1.3 1.7, 4.4 1.7, 4.4 3.9, 1.3 3.9, 1.3 1.7))");
  const auto cut = clip_to_box(grid, box);
  for (std::size_t i = 0; i < grid.size(); ++i) {
    EXPECT_NEAR(area(cut, i), intersection_area(grid, i, window, 0), 1e-12) << i;
  }
}

TEST(ClipToBox, LinesAreCutIntoParts) {
  struct Case {
    const char* in;
    const char* out;
  };
  const Case cases[] = {
      {"LINESTRING (1 1, 2 2)", "LINESTRING (1 1, 2 2)"},
      {"LINESTRING (-5 1, 9 1, 9 2, -5 2)", "MULTILINESTRING ((0 1, 4 1), (4 2, 0 2))"},
      {"LINESTRING (1 1, 2 9, 3 1)", "MULTILINESTRING ((1 1, 1.375 4), (2.625 4, 3 1))"},
      {"LINESTRING (1 1, 5 1, 6 7)", "LINESTRING (1 1, 4 1)"},
      {"LINESTRING (-1 3, 1 5)", "LINESTRING EMPTY"},
      {"LINESTRING (-1 4, 2 7)", "LINESTRING EMPTY"},
      {"LINESTRING (0 0, 4 0, 4 4)", "LINESTRING (0 0, 4 0, 4 4)"},
      {"MULTILINESTRING ((1 1, 2 1), (8 8, 9 9), (3 3, 3 9))", "MULTILINESTRING ((1 1, 2 1), (3 3, 3 4))"},
  };
  for (const auto& c : cases) {
    GeometryArray lines(GeometryKind::line);
    append_wkt(lines, c.in);
    EXPECT_EQ(to_wkt(clip_to_box(lines, {{0, 0}, {4, 4}}), 0), c.out) << c.in;
  }
}

TEST(Intersects, CountsTouchingAndSeesHoles) {
  struct Case {
    const char* a;
    const char* b;
    bool expected;
    double area;
  };
  const Case cases[] = {
      {kSquare, "POLYGON ((3 3, 5 3, 5 5, 3 5, 3 3))", true, 1},
      {kSquare, "POLYGON ((4 4, 5 4, 5 5, 4 4))", true, 0},
      {kSquare, "POLYGON ((5 4, 6 4, 6 5, 5 4))", false, 0},
      {"POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 8 1, 8 8, 1 8, 1 1))",
       "POLYGON ((3 3, 5 3, 5 5, 3 5, 3 3))", false, 0},
      {kSquare, "POLYGON EMPTY", false, 0},
  };
  for (const auto& c : cases) {
    const auto a = samples::polygons({c.a});
    const auto b = samples::polygons({c.b});
    EXPECT_EQ(intersects(a, 0, b, 0), c.expected) << c.b;
    EXPECT_EQ(intersects(b, 0, a, 0), c.expected) << c.b;
    EXPECT_DOUBLE_EQ(intersection_area(a, 0, b, 0), c.area) << c.b;
  }
}

TEST(Buffer, IsTheUnionOfAllFeaturesGrown) {
  const auto two =
      samples::polygons({"POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))", "POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))"});
  const auto grown = buffer(two, 1, 64);
  ASSERT_EQ(grown.size(), 1U);
  EXPECT_EQ(grown.part_count(), 1U);
  EXPECT_NEAR(area(grown, 0), 2 + 6 + std::numbers::pi, 1e-3);
  EXPECT_TRUE(buffer(samples::polygons({"POLYGON EMPTY"}), 1).is_missing(0));
}

}  // namespace
}  // namespace cartouche
