#include "cartouche/geometry/point_locator.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <random>

#include "cartouche/base/error.h"
#include "cartouche/geometry/wkt.h"

namespace cartouche {
namespace {

using Index = PointLocator::Index;
using Side = PointLocator::Side;
using testing::ElementsAre;
constexpr Index kNone = PointLocator::kNone;

GeometryArray polygons(const std::vector<const char*>& texts) {
  GeometryArray array(GeometryKind::polygon);
  for (const char* text : texts) append_wkt(array, text);
  return array;
}

struct Case {
  const char* name;
  const char* wkt;
  Point point;
  Side side;
};

class SideOfPolygon : public testing::TestWithParam<Case> {};

TEST_P(SideOfPolygon, is_inside_border_or_outside) {
  const Case& one = GetParam();
  const PointLocator locator(polygons({one.wkt}));
  EXPECT_EQ(locator.side(one.point, 0), one.side) << one.name;
  EXPECT_EQ(locator.locate_one(one.point), one.side == Side::outside ? kNone : 0) << one.name;
}

constexpr const char* kSquare = "POLYGON ((0 0, 8 0, 8 8, 0 8, 0 0))";
constexpr const char* kRing = "POLYGON ((0 0, 8 0, 8 8, 0 8, 0 0), (2 2, 2 6, 6 6, 6 2, 2 2))";
constexpr const char* kTwo = "MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)), ((6 6, 8 6, 8 8, 6 8, 6 6)))";
constexpr const char* kSliver = "POLYGON ((0 0, 9 1, 0 1e-12, 0 0))";
constexpr const char* kTeeth = "POLYGON ((0 0, 8 0, 8 4, 6 2, 4 4, 2 2, 0 4, 0 0))";
constexpr const char* kRuns = "POLYGON ((0 0, 1 0, 2 0, 4 0, 8 0, 8 3, 8 5, 8 8, 4 8, 0 8, 0 0))";
constexpr const char* kPacific =
    "MULTIPOLYGON (((170 -20, 180 -20, 180 20, 170 20, 170 -20)), ((-180 -20, -170 -20, -170 20, -180 20, "
    "-180 "
    "-20)))";

INSTANTIATE_TEST_SUITE_P(
    Points, SideOfPolygon,
    testing::Values(
        Case{"middle", kSquare, {4, 4}, Side::inside}, Case{"corner", kSquare, {0, 0}, Side::border},
        Case{"far corner", kSquare, {8, 8}, Side::border}, Case{"left edge", kSquare, {0, 3}, Side::border},
        Case{"right edge", kSquare, {8, 3}, Side::border}, Case{"top edge", kSquare, {3, 8}, Side::border},
        Case{"bottom edge", kSquare, {3, 0}, Side::border},
        Case{"a bit in", kSquare, {8 - 1e-15, 4}, Side::inside},
        Case{"a bit out", kSquare, {8 + 2e-15, 4}, Side::outside},
        Case{"level with a corner", kSquare, {9, 8}, Side::outside},
        Case{"in the hole", kRing, {4, 4}, Side::outside},
        Case{"on the hole's edge", kRing, {2, 4}, Side::border},
        Case{"on the hole's corner", kRing, {6, 6}, Side::border},
        Case{"between hole and outline", kRing, {1, 4}, Side::inside},
        Case{"level with the hole's edge", kRing, {1, 2}, Side::inside},
        Case{"in the first part", kTwo, {1, 1}, Side::inside},
        Case{"in the second part", kTwo, {7, 7}, Side::inside},
        Case{"between the parts", kTwo, {4, 4}, Side::outside},
        Case{"on the second part", kTwo, {6, 7}, Side::border},
        Case{"end of a sliver", kSliver, {9, 1}, Side::border},
        Case{"beside a sliver", kSliver, {4.5, 0.5 + 1e-9}, Side::outside},
        Case{"in a sliver", kSliver, {0.9, 0.1 + 5e-13}, Side::inside},
        Case{"on the lower edge of a sliver", kSliver, {4.5, 0.5}, Side::border},
        Case{"on a tooth", kTeeth, {4, 4}, Side::border},
        Case{"between teeth", kTeeth, {2, 3}, Side::outside},
        Case{"in a notch", kTeeth, {6, 2}, Side::border},
        Case{"in a tooth, level with the notches", kTeeth, {4, 2}, Side::inside},
        Case{"collinear vertex", kRuns, {4, 0}, Side::border},
        Case{"between collinear vertices", kRuns, {3, 0}, Side::border},
        Case{"level with a collinear run", kRuns, {9, 0}, Side::outside},
        Case{"above a collinear run", kRuns, {8, 9}, Side::outside},
        Case{"west of the antimeridian", kPacific, {175, 0}, Side::inside},
        Case{"east of the antimeridian", kPacific, {-175, 0}, Side::inside},
        Case{"on the antimeridian", kPacific, {180, 5}, Side::border},
        Case{"on the other side of the globe", kPacific, {0, 0}, Side::outside},
        Case{"bow tie, its crossing", "POLYGON ((0 0, 8 8, 8 0, 0 8, 0 0))", {4, 4}, Side::border},
        Case{"bow tie, left lobe", "POLYGON ((0 0, 8 8, 8 0, 0 8, 0 0))", {1, 4}, Side::inside},
        Case{"bow tie, above", "POLYGON ((0 0, 8 8, 8 0, 0 8, 0 0))", {4, 7}, Side::outside},
        Case{"flat ring, on it", "POLYGON ((0 0, 8 0, 4 0, 0 0))", {3, 0}, Side::border},
        Case{"upright flat ring, on it", "POLYGON ((0 0, 0 8, 0 4, 0 0))", {0, 3}, Side::border},
        Case{"slanted flat ring, beside it", "POLYGON ((0 0, 8 8, 4 4, 0 0))", {3, 3.5}, Side::outside},
        Case{"far from the origin",
             "POLYGON ((1e9 1e9, 1000000001 1e9, 1000000001 1000000001, 1e9 1000000001, 1e9 1e9))",
             {1000000000.5, 1000000000.5},
             Side::inside},
        Case{"missing point", kSquare, kMissingPoint, Side::outside},
        Case{"infinite point", kSquare, {std::numeric_limits<double>::infinity(), 4}, Side::outside},
        Case{"half a point", kSquare, {4, std::nan("")}, Side::outside}));

TEST(PointLocator, a_point_on_a_shared_border_goes_to_the_lowest_index) {
  const PointLocator locator(
      polygons({"POLYGON ((4 0, 8 0, 8 4, 4 4, 4 0))", "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))"}));
  EXPECT_EQ(locator.locate_one({4, 2}), 0U);
  EXPECT_EQ(locator.locate_one({3.9, 2}), 1U);
  std::vector<Index> found = {99};
  locator.locate_all({4, 2}, found);
  EXPECT_THAT(found, ElementsAre(0, 1));
  locator.locate_all({1, 2}, found);
  EXPECT_THAT(found, ElementsAre(1));
  locator.locate_all({9, 9}, found);
  EXPECT_THAT(found, ElementsAre());
}

TEST(PointLocator, all_of_several_overlapping_polygons_are_found_in_order) {
  const PointLocator locator(polygons({kSquare, "POLYGON EMPTY", kRing, kTwo, kSquare}));
  std::vector<Index> found;
  locator.locate_all({1, 1}, found);
  EXPECT_THAT(found, ElementsAre(0, 2, 3, 4));
  locator.locate_all({4, 4}, found);
  EXPECT_THAT(found, ElementsAre(0, 4));
  locator.locate_all({2, 2}, found);
  EXPECT_THAT(found, ElementsAre(0, 2, 3, 4));
  EXPECT_EQ(locator.side({1, 1}, 1), Side::outside);
  EXPECT_EQ(locator.side({2, 2}, 2), Side::border);
  EXPECT_EQ(locator.side({2, 2}, 4), Side::inside);
}

TEST(PointLocator, nothing_is_found_among_no_polygons) {
  EXPECT_EQ(PointLocator(GeometryArray(GeometryKind::polygon)).locate_one({0, 0}), kNone);
  EXPECT_EQ(PointLocator(polygons({"POLYGON EMPTY"})).side({0, 0}, 0), Side::outside);
  EXPECT_TRUE(PointLocator(polygons({kSquare})).locate({}).empty());
}

TEST(PointLocator, a_polygon_that_is_a_single_place_has_only_a_border) {
  const PointLocator locator(polygons({"POLYGON ((3 3, 3 3, 3 3, 3 3))"}));
  EXPECT_EQ(locator.side({3, 3}, 0), Side::border);
  EXPECT_EQ(locator.side({3, 4}, 0), Side::outside);
}

TEST(PointLocator, a_coordinate_that_is_not_finite_is_an_error) {
  GeometryArray array = polygons({kSquare, kRing});
  array.mutable_points()[6].y = std::nan("");
  try {
    PointLocator locator(array);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::data);
    EXPECT_THAT(error.what(), testing::HasSubstr("polygon 1 has a coordinate that is not a finite number"));
  }
}

/// Even-odd by the definition, in whole numbers: every coordinate is a multiple of 1/2.
Side side_by_definition(const GeometryArray& array, std::size_t polygon, Point p) {
  const auto twice = [](double v) { return static_cast<std::int64_t>(std::lround(2 * v)); };
  const std::int64_t px = twice(p.x), py = twice(p.y);
  bool inside = false;
  for (auto part = array.part_begin(polygon); part < array.part_end(polygon); ++part) {
    for (auto r = array.ring_begin(part); r < array.ring_end(part); ++r) {
      const auto ring = array.ring(r);
      for (std::size_t i = 1; i < ring.size(); ++i) {
        const std::int64_t ax = twice(ring[i - 1].x), ay = twice(ring[i - 1].y);
        const std::int64_t bx = twice(ring[i].x), by = twice(ring[i].y);
        const std::int64_t turn = (bx - ax) * (py - ay) - (by - ay) * (px - ax);
        const bool in_box = std::min(ax, bx) <= px && px <= std::max(ax, bx) && std::min(ay, by) <= py &&
                            py <= std::max(ay, by);
        if (turn == 0 && in_box) return Side::border;
        if ((ay <= py) != (by <= py) && (turn > 0) == (by > ay)) inside = !inside;
      }
    }
  }
  return inside ? Side::inside : Side::outside;
}

/// Closed chains between random places of a small lattice: they cross, touch and run along each other.
GeometryArray tangles(std::mt19937& random, int count, int size, int vertices) {
  GeometryArray array(GeometryKind::polygon);
  for (int polygon = 0; polygon < count; ++polygon) {
    for (unsigned part = 0; part <= random() % 2; ++part) {
      std::vector<Point> ring;
      for (int i = 0; i < vertices; ++i)
        ring.push_back({static_cast<double>(random() % static_cast<unsigned>(size + 1)),
                        static_cast<double>(random() % static_cast<unsigned>(size + 1))});
      ring.push_back(ring.front());
      array.add_ring(ring);
      array.end_part();
    }
    array.end_feature();
  }
  return array;
}

void expect_by_definition(const GeometryArray& array, int size) {
  const PointLocator locator(array);
  std::vector<Index> all, expected;
  for (double x = -0.5; x <= size + 0.5; x += 0.5) {
    for (double y = -0.5; y <= size + 0.5; y += 0.5) {
      expected.clear();
      for (std::size_t i = 0; i < array.size(); ++i) {
        const Side side = side_by_definition(array, i, {x, y});
        ASSERT_EQ(locator.side({x, y}, static_cast<Index>(i)), side)
            << to_wkt(array, i) << ' ' << x << ' ' << y;
        if (side != Side::outside) expected.push_back(static_cast<Index>(i));
      }
      locator.locate_all({x, y}, all);
      ASSERT_EQ(all, expected);
      ASSERT_EQ(locator.locate_one({x, y}), expected.empty() ? kNone : expected.front());
    }
  }
}

// On an extent of 8 or 16, cells and their reference points fall on halves and quarters: points are tried on
// cell borders, on reference lines, on vertices and on edges.
TEST(PointLocator, agrees_with_the_definition_on_every_half_unit_of_random_tangles) {
  std::mt19937 random(1416);
  for (int round = 0; round < 150; ++round) {
    const int size = round % 3 == 0 ? 16 : round % 3 == 1 ? 8 : 11;
    expect_by_definition(tangles(random, 1 + round % 4, size, 3 + round % 7), size);
  }
}

TEST(PointLocator, agrees_with_the_definition_where_cells_hold_hundreds_of_edges) {
  std::mt19937 random(27255);
  expect_by_definition(tangles(random, 2, 16, 300), 16);
}

TEST(PointLocator, agrees_with_the_definition_on_islands_far_apart) {
  std::mt19937 random(974);
  GeometryArray array(GeometryKind::polygon);
  const std::vector<Point> corners = {{0, 0}, {100000, 0}, {0, -300000}, {70000, 70000}};
  std::vector<Point> points;
  for (const Point corner : corners) {
    GeometryArray group = tangles(random, 3, 8, 6);
    for (Point& p : group.mutable_points()) p = {p.x + corner.x, p.y + corner.y};
    for (std::size_t i = 0; i < group.size(); ++i) array.append(group, i);
    for (double x = -1; x <= 9; x += 0.5)
      for (double y = -1; y <= 9; y += 0.5) points.push_back({x + corner.x, y + corner.y});
  }
  // One more reaches from the first island to the second over the empty middle.
  append_wkt(array, "POLYGON ((4 4, 100004 4, 100004 5, 4 5, 4 4))");
  for (double x = 0; x < 100010; x += 997.5)
    for (double y = 3; y < 7; y += 0.5) points.push_back({x, y});
  const PointLocator locator(array);
  for (const Point p : points)
    for (std::size_t i = 0; i < array.size(); ++i)
      ASSERT_EQ(locator.side(p, static_cast<Index>(i)), side_by_definition(array, i, p)) << p.x << ' ' << p.y;
}

TEST(PointLocator, a_coverage_counts_each_point_once_whatever_the_threads) {
  GeometryArray cells(GeometryKind::polygon);
  for (int i = 0; i < 20; ++i)
    for (int j = 0; j < 20; ++j) {
      const double x = i, y = j;
      const std::vector<Point> ring = {{x, y}, {x + 1, y}, {x + 1, y + 1}, {x, y + 1}, {x, y}};
      cells.add_ring(ring);
      cells.end_part();
      cells.end_feature();
    }
  std::vector<Point> points;
  std::mt19937 random(391);
  for (int i = 0; i < 50000; ++i)
    points.push_back({static_cast<double>(random() % 161) / 8, static_cast<double>(random() % 161) / 8});
  const std::vector<Index> one = PointLocator(cells).locate(points);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto below = [](double v) { return v == 0 ? 0 : static_cast<Index>(std::ceil(v)) - 1; };
    ASSERT_EQ(one[i], 20 * below(points[i].x) + below(points[i].y)) << points[i].x << ' ' << points[i].y;
  }
  EXPECT_EQ(PointLocator(cells, 3).locate(points, 2), one);
}

}  // namespace
}  // namespace cartouche
