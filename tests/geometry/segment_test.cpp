#include "cartouche/geometry/segment.h"

#include <gtest/gtest.h>

namespace cartouche {
namespace {

TEST(Segment, IsAsFarAsItsNearestPoint) {
  const struct {
    Point p, a, b;
    double squared;
  } cases[] = {
      {{1, 2}, {0, 0}, {4, 0}, 4},    // beside it
      {{-3, 4}, {0, 0}, {4, 0}, 25},  // before its start
      {{7, 4}, {0, 0}, {4, 0}, 25},   // behind its end
      {{2, 0}, {0, 0}, {4, 0}, 0},    // on it
      {{3, 4}, {0, 0}, {0, 0}, 25},   // of no length
      {{0, 2}, {0, 0}, {2, 2}, 2},    // oblique
  };
  for (const auto& one : cases) {
    EXPECT_DOUBLE_EQ(squared_distance_to_segment(one.p, one.a, one.b), one.squared);
    EXPECT_DOUBLE_EQ(squared_distance_to_segment(one.p, one.b, one.a), one.squared);
  }
}

}  // namespace
}  // namespace cartouche
