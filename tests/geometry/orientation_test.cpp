#include "../../src/geometry/orientation.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <random>

namespace cartouche {
namespace {

__extension__ using Wide = __int128;

/// A point on a grid of 2^-53, so that its determinants fit 128 bits.
struct GridPoint {
  std::int64_t x, y;
  Point point() const {
    return {std::ldexp(static_cast<double>(x), -53), std::ldexp(static_cast<double>(y), -53)};
  }
};

int exact(GridPoint a, GridPoint b, GridPoint c) {
  const Wide left = Wide{a.x - c.x} * (b.y - c.y);
  const Wide right = Wide{a.y - c.y} * (b.x - c.x);
  return left > right ? 1 : left < right ? -1 : 0;
}

struct Case {
  const char* name;
  Point a, b, c;
  int sign;
};

class Orientation : public testing::TestWithParam<Case> {};

TEST_P(Orientation, has_the_sign_of_the_turn_from_every_side) {
  const auto& [name, a, b, c, sign] = GetParam();
  EXPECT_EQ(orientation(a, b, c), sign) << name;
  EXPECT_EQ(orientation(b, c, a), sign) << name;
  EXPECT_EQ(orientation(c, a, b), sign) << name;
  EXPECT_EQ(orientation(b, a, c), -sign) << name;
  EXPECT_EQ(exact_orientation(a, b, c), sign) << name;
}

constexpr double kUlp = 0x1p-52;

INSTANTIATE_TEST_SUITE_P(
    Points, Orientation,
    testing::Values(Case{"left", {0, 0}, {1, 0}, {0, 1}, 1}, Case{"right", {0, 0}, {1, 0}, {0, -1}, -1},
                    Case{"on the line", {0, 0}, {1, 1}, {3, 3}, 0},
                    Case{"all the same", {7, 7}, {7, 7}, {7, 7}, 0},
                    Case{"two the same", {1.1, 2.3}, {1.1, 2.3}, {5, 9}, 0},
                    Case{"one ulp above a diagonal", {0, 0}, {3, 3}, {1, 1 + kUlp}, 1},
                    Case{"one ulp below a diagonal", {0, 0}, {3, 3}, {1, 1 - kUlp / 2}, -1},
                    // 0.1, 0.2 and 0.3 as doubles are not proportional: 0.1 + 0.2 > 0.3.
                    Case{"tenths are not exact", {0, 0}, {0.1, 0.3}, {0.2, 0.6}, 0},
                    Case{"sum of tenths", {0.1, 0.1}, {0.1 + 0.2, 0.3}, {0, 0}, -1},
                    Case{"huge and tiny", {1e100, 1e-100}, {-1e100, -1e-100}, {0, 1e-130}, -1},
                    Case{"large offsets", {1e15, 1e15}, {1e15 + 2, 1e15 + 2}, {1e15 + 1, 1e15 + 1.125}, 1}));

// The example of Kettner, Mehlhorn, Pion, Schirra, Yap, Classroom examples of robustness problems in
// geometric computations, Computational Geometry 40(1), 2008: doubles alone get a third of these wrong.
TEST(Orientation, is_exact_for_points_a_few_ulps_around_a_line) {
  const std::int64_t one = std::int64_t{1} << 53;
  const GridPoint q{12 * one, 12 * one}, r{24 * one, 24 * one};
  int zeros = 0;
  for (std::int64_t i = 0; i < 128; ++i) {
    for (std::int64_t j = 0; j < 128; ++j) {
      const GridPoint p{one / 2 + i, one / 2 + j};
      ASSERT_EQ(orientation(p.point(), q.point(), r.point()), exact(p, q, r)) << i << ' ' << j;
      if (i == j) ++zeros;
    }
  }
  EXPECT_EQ(zeros, 128);
}

TEST(Orientation, is_exact_for_random_nearly_collinear_triples) {
  std::mt19937_64 random(20111);
  for (int i = 0; i < 20000; ++i) {
    const auto coordinate = [&] { return static_cast<std::int64_t>(random() >> 12); };
    const GridPoint a{coordinate(), coordinate()}, b{coordinate(), coordinate()};
    const GridPoint c{(a.x + b.x) / 2 + static_cast<std::int64_t>(random() % 3) - 1, (a.y + b.y) / 2};
    ASSERT_EQ(orientation(a.point(), b.point(), c.point()), exact(a, b, c)) << i;
    ASSERT_EQ(exact_orientation(a.point(), b.point(), c.point()), exact(a, b, c)) << i;
  }
}

}  // namespace
}  // namespace cartouche
