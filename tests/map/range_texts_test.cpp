#include "../../src/map/range_texts.h"

#include <gtest/gtest.h>

#include <random>

#include "cartouche/classify/classify.h"

namespace cartouche::map {
namespace {

using Texts = std::vector<std::string>;

TEST(RangeTexts, SayEachLimitOnceAndOnWhichSideItBelongs) {
  const std::vector<double> breaks{0, 10, 20}, values{0, 5, 10, 11, 20};
  EXPECT_EQ(range_texts(breaks, values, 0, ""), (Texts{"0 à 10", "plus de 10 à 20"}));
  EXPECT_EQ(range_texts(breaks, values, 1, "%"), (Texts{"0 à 10,0\u202F%", "plus de 10,0 à 20,0\u202F%"}));
}

TEST(RangeTexts, OfAClassOfOneValueAreThatValue) {
  const std::vector<double> breaks{0, 0, 20.5}, values{0, 0, 0, 20.5};
  EXPECT_EQ(range_texts(breaks, values, 1, "%"), (Texts{"0\u202F%", "plus de 0 à 20,5\u202F%"}));
}

TEST(RangeTexts, HaveTheDecimalsThatTellLimitsApart) {
  const std::vector<double> breaks{0.01, 0.02, 0.031}, values{0.01, 0.02, 0.021, 0.031};
  EXPECT_EQ(range_texts(breaks, values, 0, ""), (Texts{"0,01 à 0,02", "plus de 0,02 à 0,04"}));
}

TEST(RangeTexts, RoundALimitWithinTheGapOfTheValuesAroundIt) {
  // 12.4871 is the last of its class and 13.2 the first of the next: 13 parts them as well, 12 would not.
  const std::vector<double> breaks{0, 12.4871, 40}, values{0, 12.4871, 13.2, 40};
  EXPECT_EQ(range_texts(breaks, values, 0, ""), (Texts{"0 à 13", "plus de 13 à 40"}));
}

// What is printed must be true of every value: reading the printed limits back gives the same classes.
TEST(RangeTexts, AreTrueOfEveryValue) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::vector<double> values;
    std::lognormal_distribution<double> value(1, 1.5);
    for (int i = 0; i < 40; ++i) values.push_back(value(random));
    for (const char* method : {"jenks", "equal", "quantile", "stddev", "headtail", "pretty"}) {
      const std::vector<double> breaks = class_breaks(values, method, 4, {});
      const PrintedLimits printed = printed_limits(breaks, values, 0);
      for (const double one : values)
        EXPECT_EQ(class_of(one, breaks), class_of(one, printed.limits)) << method << ' ' << one;
    }
  }
}

}  // namespace
}  // namespace cartouche::map
