#include "cartouche/base/units.h"

#include <gtest/gtest.h>

namespace cartouche {
namespace {

TEST(Units, AnInchIsSeventyTwoPoints) {
  EXPECT_DOUBLE_EQ(to_points(Millimetres{25.4}).value, 72);
  EXPECT_DOUBLE_EQ(to_millimetres(Points{72}).value, 25.4);
  EXPECT_DOUBLE_EQ(to_millimetres(to_points(Millimetres{210})).value, 210);
}

}  // namespace
}  // namespace cartouche
