#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <thread>
#include <vector>

#include "cartouche/crs/crs.h"

namespace cartouche {
namespace {

Crs crs(const char* text) {
  return Crs::from_text(text);
}

struct Pair {
  const char* from;
  Point input;
  const char* to;
  Point output;
};

class TransformOf : public testing::TestWithParam<Pair> {};

TEST_P(TransformOf, defining_points_is_exact_to_a_tenth_of_a_millimetre_and_back) {
  const auto& [from, input, to, output] = GetParam();
  const Point there = Transform(crs(from), crs(to))(input);
  EXPECT_NEAR(there.x, output.x, 1e-4);
  EXPECT_NEAR(there.y, output.y, 1e-4);
  const Point back = Transform(crs(to), crs(from))(there);
  EXPECT_NEAR(back.x, input.x, 1e-9);
  EXPECT_NEAR(back.y, input.y, 1e-9);
}

// Places whose coordinates follow from the definition of each system: its origin, or a point of its central
// meridian on the equator.
INSTANTIATE_TEST_SUITE_P(Origins, TransformOf,
                         testing::Values(Pair{"EPSG:4326", {3, 46.5}, "EPSG:2154", {700000, 6600000}},
                                         Pair{"EPSG:4171", {3, 46.5}, "EPSG:2154", {700000, 6600000}},
                                         Pair{"EPSG:4326", {-63, 0}, "EPSG:5490", {500000, 0}},
                                         Pair{"EPSG:4326", {-51, 0}, "EPSG:2972", {500000, 0}},
                                         Pair{"EPSG:4326", {57, 0}, "EPSG:2975", {500000, 10000000}},
                                         Pair{"EPSG:4326", {45, 0}, "EPSG:4471", {500000, 10000000}},
                                         Pair{"EPSG:4326", {-57, 0}, "EPSG:4467", {500000, 0}}));

TEST(Transform, axis_order_is_longitude_latitude_whatever_the_authority_says) {
  const Point p = Transform(crs("EPSG:4326"), crs("OGC:CRS84"))({2.5, 48.5});
  EXPECT_EQ(p, (Point{2.5, 48.5}));
}

TEST(Transform, to_itself_is_the_identity_and_changes_no_bit) {
  const Transform same(crs("EPSG:2154"), crs("epsg:2154"));
  EXPECT_TRUE(same.is_identity());
  const Point p{652469.0211739797, 6862035.259384649};
  EXPECT_EQ(same(p), p);
  EXPECT_FALSE(Transform(crs("EPSG:2154"), crs("EPSG:4326")).is_identity());
}

TEST(Transform, points_without_an_image_become_missing_and_leave_the_others_alone) {
  const Transform transform(crs("EPSG:4326"), crs("EPSG:2154"));
  std::vector<Point> points = {{3, 46.5},          {3, 95},           kMissingPoint,
                               {std::nan(""), 46}, {3, std::nan("")}, {3, 46.5}};
  transform.apply(points);
  EXPECT_NEAR(points.front().x, 700000, 1e-4);
  for (std::size_t i = 1; i < 5; ++i) EXPECT_TRUE(is_missing(points[i])) << i;
  EXPECT_EQ(points.back(), points.front());
}

TEST(Transform, a_point_has_the_same_image_alone_and_among_others) {
  std::vector<Point> points;
  for (int i = 0; i < 500; ++i) points.push_back({-4 + 0.02 * i, 42 + 0.018 * i});
  const std::vector<Point> before = points;
  Transform(crs("EPSG:4326"), crs("EPSG:2154")).apply(points);
  const Transform other(crs("EPSG:4326"), crs("EPSG:2154"));
  for (std::size_t i = before.size(); i-- > 0;) EXPECT_EQ(other(before[i]), points[i]);
}

TEST(Transform, from_or_to_no_system_is_an_error_that_says_what_is_missing) {
  try {
    const Transform transform{Crs(), Crs()};
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::data);
    EXPECT_THAT(error.what(), testing::HasSubstr("a coordinate reference system is missing"));
  }
  EXPECT_THROW(Transform(Crs(), crs("EPSG:2154")), Error);
  EXPECT_THROW(Transform(crs("EPSG:2154"), Crs()), Error);
}

TEST(Transform, transforms_of_several_threads_do_not_disturb_each_other) {
  std::vector<std::vector<Point>> results(4, std::vector<Point>(2000));
  std::vector<std::thread> threads;
  for (auto& result : results)
    threads.emplace_back([&result] {
      for (std::size_t i = 0; i < result.size(); ++i) result[i] = {-60 - 0.001 * static_cast<double>(i), 15};
      Transform(crs("EPSG:4326"), crs("EPSG:5490")).apply(result);
    });
  for (auto& thread : threads) thread.join();
  for (const auto& result : results) EXPECT_EQ(result, results[0]);
}

GeometryArray polygon(const std::vector<std::vector<Point>>& rings) {
  GeometryArray array(GeometryKind::polygon);
  for (const auto& ring : rings) array.add_ring(ring);
  array.end_part();
  array.end_feature();
  return array;
}

TEST(Transformed, points_lines_and_polygons_keep_their_structure) {
  GeometryArray array =
      polygon({{{2, 46}, {4, 46}, {4, 48}, {2, 46}}, {{3, 46.5}, {3.5, 47}, {3.4, 46.5}, {3, 46.5}}});
  array.add_missing();
  const GeometryArray out = transformed(array, crs("EPSG:4326"), crs("EPSG:2154"));
  ASSERT_EQ(out.size(), 2U);
  EXPECT_EQ(out.ring_count(), 2U);
  EXPECT_EQ(out.ring(0).size(), 4U);
  EXPECT_NEAR(out.ring(1)[0].x, 700000, 1e-4);
  EXPECT_TRUE(out.is_missing(1));
}

TEST(Transformed, to_the_same_system_is_the_same_array) {
  const GeometryArray array = polygon({{{2, 46}, {4, 46}, {4, 48}, {2, 46}}});
  EXPECT_EQ(transformed(array, crs("EPSG:4326"), crs("EPSG:4326")), array);
}

TEST(Transformed, long_segments_are_split_evenly_and_no_piece_is_longer_than_asked) {
  GeometryArray line(GeometryKind::line);
  const std::vector<Point> ends = {{0, 45}, {3, 45}, {3, 45.4}};
  line.add_ring(ends);
  line.end_part();
  line.end_feature();
  const GeometryArray out = transformed(line, crs("EPSG:4326"), crs("EPSG:4326"), 0.75);
  const std::vector<Point> expected = {{0, 45}, {0.75, 45}, {1.5, 45}, {2.25, 45}, {3, 45}, {3, 45.4}};
  EXPECT_THAT(out.points(), testing::ElementsAreArray(expected));
}

TEST(Transformed, a_border_walked_in_both_directions_gets_the_same_vertices) {
  const Point a{-4.7, 48.3}, b{2.913, 41.7}, west{-5, 41}, east{3, 49};
  const GeometryArray left = transformed(polygon({{a, west, b, a}}), crs("EPSG:4326"), crs("EPSG:2154"), 0.1);
  const GeometryArray right =
      transformed(polygon({{b, east, a, b}}), crs("EPSG:4326"), crs("EPSG:2154"), 0.1);
  std::vector<Point> down, up;  // from b to a on the left: the last segment; from a to b on the right too
  const std::size_t pieces = static_cast<std::size_t>(std::ceil(std::hypot(b.x - a.x, b.y - a.y) / 0.1));
  for (std::size_t i = 0; i <= pieces; ++i) {
    down.push_back(left.points()[left.points().size() - 1 - i]);
    up.push_back(right.points()[right.points().size() - 1 - i]);
  }
  std::reverse(up.begin(), up.end());
  EXPECT_EQ(down, up);
}

TEST(Transformed, vertices_without_an_image_are_left_out_and_rings_stay_closed) {
  const GeometryArray array = polygon(
      {{{2, 95}, {2, 46}, {4, 46}, {4, 48}, {2, 48}, {2, 95}}, {{3, 95}, {3, 47}, {3.5, 47}, {3, 95}}});
  const GeometryArray out = transformed(array, crs("EPSG:4326"), crs("EPSG:2154"));
  ASSERT_EQ(out.ring_count(), 1U);
  ASSERT_EQ(out.ring(0).size(), 5U);
  EXPECT_EQ(out.ring(0).front(), out.ring(0).back());
  const GeometryArray nothing =
      transformed(polygon({{{2, 95}, {3, 95}, {3, 96}, {2, 95}}}), crs("EPSG:4326"), crs("EPSG:2154"));
  ASSERT_EQ(nothing.size(), 1U);
  EXPECT_TRUE(nothing.is_missing(0));
}

}  // namespace
}  // namespace cartouche
