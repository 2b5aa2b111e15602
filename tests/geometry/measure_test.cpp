#include "cartouche/geometry/measure.h"

#include <gtest/gtest.h>

#include <cmath>

#include "cartouche/geometry/wkt.h"

namespace cartouche {
namespace {

GeometryArray read(GeometryKind kind, const char* text) {
  GeometryArray array(kind);
  append_wkt(array, text);
  return array;
}

TEST(Measure, SignedAreaIsPositiveCounterClockwise) {
  const std::vector<Point> ring{{0, 0}, {4, 0}, {4, 3}, {0, 3}, {0, 0}};
  const std::vector<Point> reversed(ring.rbegin(), ring.rend());
  EXPECT_EQ(signed_area(ring), 12);
  EXPECT_EQ(signed_area(reversed), -12);
  EXPECT_EQ(signed_area({}), 0);
}

TEST(Measure, LargeCoordinatesDoNotCostDigits) {
  std::vector<Point> ring{{0, 0}, {0.5, 0}, {0.5, 0.5}, {0, 0.5}, {0, 0}};
  for (Point& p : ring) p = {p.x + 1e9, p.y + 6e9};
  EXPECT_EQ(signed_area(ring), 0.25);
}

struct AreaCase {
  const char* wkt;
  double area;
  Point centroid;
};

TEST(Measure, AreaAndCentroidIgnoreOrientation) {
  const AreaCase cases[] = {
      {"POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))", 16, {2, 2}},
      {"POLYGON ((0 0, 0 4, 4 4, 4 0, 0 0))", 16, {2, 2}},
      {"POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (0 0, 2 0, 2 2, 0 2, 0 0))", 12, {7. / 3, 7. / 3}},
      {"POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (0 0, 0 2, 2 2, 2 0, 0 0))", 12, {7. / 3, 7. / 3}},
      {"MULTIPOLYGON (((0 0, 1 0, 1 1, 0 1, 0 0)), ((3 0, 3 1, 4 1, 4 0, 3 0)))", 2, {2, 0.5}},
      {"POLYGON ((0 0, 2 0, 4 0, 0 0))", 0, {2, 0}},
      {"POLYGON ((3 3, 3 3, 3 3, 3 3))", 0, {3, 3}},
  };
  for (const auto& c : cases) {
    const auto array = read(GeometryKind::polygon, c.wkt);
    EXPECT_DOUBLE_EQ(area(array, 0), c.area) << c.wkt;
    EXPECT_DOUBLE_EQ(centroid(array, 0).x, c.centroid.x) << c.wkt;
    EXPECT_DOUBLE_EQ(centroid(array, 0).y, c.centroid.y) << c.wkt;
  }
}

TEST(Measure, ALineIsCentredByItsLength) {
  const auto line = read(GeometryKind::line, "LINESTRING (0 0, 4 0, 4 4)");
  EXPECT_EQ(centroid(line, 0), (Point{3, 1}));
}

TEST(Measure, AMissingFeatureHasNoCentroidAndNoDistance) {
  for (const auto& array :
       {read(GeometryKind::polygon, "POLYGON EMPTY"), read(GeometryKind::line, "LINESTRING EMPTY"),
        read(GeometryKind::point, "POINT EMPTY")}) {
    EXPECT_TRUE(is_missing(centroid(array, 0)));
    EXPECT_TRUE(std::isnan(distance_to_boundary(array, 0, {0, 0})));
  }
}

TEST(Measure, DistanceIsToTheNearestBoundaryInsideOrOut) {
  const auto holed =
      read(GeometryKind::polygon, "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (4 4, 6 4, 6 6, 4 6, 4 4))");
  EXPECT_EQ(distance_to_boundary(holed, 0, {2, 5}), 2);
  EXPECT_EQ(distance_to_boundary(holed, 0, {3, 5}), 1);
  EXPECT_EQ(distance_to_boundary(holed, 0, {5, 5}), 1);
  EXPECT_EQ(distance_to_boundary(holed, 0, {13, 14}), 5);
  EXPECT_EQ(distance_to_boundary(holed, 0, {0, 7}), 0);
  const auto line = read(GeometryKind::line, "LINESTRING (0 0, 4 0)");
  EXPECT_EQ(distance_to_boundary(line, 0, {2, -3}), 3);
  EXPECT_EQ(distance_to_boundary(line, 0, {7, 4}), 5);
  EXPECT_EQ(distance_to_boundary(read(GeometryKind::point, "POINT (1 1)"), 0, {4, 5}), 5);
}

}  // namespace
}  // namespace cartouche
