#include "cartouche/geometry/lines.h"

#include <gtest/gtest.h>

#include <cmath>

namespace cartouche {
namespace {

GeometryArray line(const std::vector<Point>& points) {
  GeometryArray lines(GeometryKind::line);
  lines.add_ring(points);
  lines.end_part();
  lines.end_feature();
  lines.add_missing();
  return lines;
}

TEST(Lines, LoseVerticesNearerThanTheTolerance) {
  const GeometryArray simple = simplified_lines(line({{0, 0}, {5, 0.1}, {10, 0}, {10, 5}}), 0.5);
  ASSERT_EQ(simple.size(), 2U);
  EXPECT_EQ(simple.ring(0).size(), 3U);
  EXPECT_TRUE(simple.is_missing(1));
}

TEST(Lines, AreMovedToTheRightOfTheirDirectionOnAPage) {
  // To the right on the page; right of that is down, where y grows.
  const GeometryArray moved = offset_lines(line({{0, 0}, {10, 0}}), 2);
  ASSERT_EQ(moved.size(), 2U);
  for (const Point p : moved.ring(0)) EXPECT_NEAR(p.y, 2, 1e-9);
  const GeometryArray other = offset_lines(line({{0, 0}, {10, 0}}), -2);
  for (const Point p : other.ring(0)) EXPECT_NEAR(p.y, -2, 1e-9);
}

}  // namespace
}  // namespace cartouche
