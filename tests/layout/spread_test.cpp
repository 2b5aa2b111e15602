#include "cartouche/layout/spread.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace cartouche::layout {
namespace {

double distance(Point a, Point b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

std::vector<Dot> dots_at(Point at, int count, double size) {
  std::vector<Dot> dots;
  for (int i = 0; i < count; ++i) dots.push_back({"p" + std::to_string(1000 + i), at, size});
  return dots;
}

TEST(Spread, DotsOfOnePlaceNeverOverlap) {
  for (const int count : {2, 3, 4, 10, 200}) {
    const SpreadDots spread_dots = spread(dots_at({50, 50}, count, 3), 4);
    ASSERT_EQ(spread_dots.places.size(), static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < spread_dots.places.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        EXPECT_GE(distance(spread_dots.places[i], spread_dots.places[j]), 3) << count << ' ' << i << ' ' << j;
  }
}

TEST(Spread, ADotWithinTheBoundIsFreeAndOneBeyondIsTiedToItsTruePlace) {
  const Point place{50, 50};
  constexpr double kWithin = 4;
  const SpreadDots result = spread(dots_at(place, 30, 3), kWithin);
  std::size_t beyond = 0;
  for (const Point at : result.places) beyond += distance(at, place) > kWithin ? 1 : 0;
  EXPECT_GT(beyond, 0U);
  EXPECT_LT(beyond, 30U);
  ASSERT_EQ(result.ties.size(), beyond);
  for (const auto& [from, to] : result.ties) {
    EXPECT_EQ(from, place);
    EXPECT_GT(distance(from, to), kWithin);
  }
}

TEST(Spread, ADotAloneStaysWhereItIs) {
  const std::vector<Dot> dots{{"a", {10, 10}, 4}, {"b", {11.1, 10}, 4}, {"c", {30, 10}, 4}};
  const SpreadDots result = spread(dots, 2);
  EXPECT_TRUE(result.moved.empty());
  for (std::size_t i = 0; i < dots.size(); ++i) EXPECT_EQ(result.places[i], dots[i].at);
}

TEST(Spread, DependsOnTheIdsAndNotOnTheOrderOfTheRows) {
  std::vector<Dot> dots = dots_at({20, 20}, 12, 3);
  dots.push_back({"q", {80, 80}, 3});
  const SpreadDots forwards = spread(dots, 2);
  std::reverse(dots.begin(), dots.end());
  SpreadDots backwards = spread(dots, 2);
  std::reverse(backwards.places.begin(), backwards.places.end());
  EXPECT_EQ(forwards.places, backwards.places);
}

}  // namespace
}  // namespace cartouche::layout
