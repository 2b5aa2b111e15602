#include "cartouche/review/color_vision.h"

#include <gtest/gtest.h>

namespace cartouche::review {
namespace {

TEST(ColorDistance, IsThatOfCie1976) {
  EXPECT_NEAR(color_distance({0, 0, 0, 255}, {255, 255, 255, 255}), 100, 0.05);
  EXPECT_EQ(color_distance({12, 34, 56, 255}, {12, 34, 56, 255}), 0);
  // sRGB red is L* 53.24, a* 80.09, b* 67.20: its distance from the grey of that lightness is its chroma.
  EXPECT_NEAR(color_distance({255, 0, 0, 255}, {127, 127, 127, 255}), 104.55, 0.3);
}

TEST(SeenBy, LeavesGreysAsTheyAre) {
  for (const Vision vision : kVisions)
    for (const std::uint8_t grey : {std::uint8_t{0}, std::uint8_t{90}, std::uint8_t{255}}) {
      const Color seen = seen_by({grey, grey, grey, 255}, vision);
      EXPECT_NEAR(seen.r, grey, 1) << vision_name(vision);
      EXPECT_NEAR(seen.g, grey, 1) << vision_name(vision);
      EXPECT_NEAR(seen.b, grey, 1) << vision_name(vision);
    }
}

TEST(SeenBy, BringsTogetherTheColoursThatEachDeficiencyConfuses) {
  struct Pair {
    Vision vision;
    Color a, b;
  };
  const Pair confused[] = {
      {Vision::protanopia, {120, 100, 0, 255}, {170, 80, 0, 255}},
      {Vision::deuteranopia, {200, 90, 60, 255}, {125, 125, 55, 255}},
      {Vision::tritanopia, {90, 160, 200, 255}, {90, 165, 150, 255}},
  };
  for (const Pair& pair : confused) {
    const double seen = color_distance(seen_by(pair.a, pair.vision), seen_by(pair.b, pair.vision));
    EXPECT_LT(seen, 0.6 * color_distance(pair.a, pair.b)) << vision_name(pair.vision);
  }
}

}  // namespace
}  // namespace cartouche::review
