#include "../../src/map/symbol_sizes.h"

#include <gtest/gtest.h>

#include <cmath>

namespace cartouche::map {
namespace {

project::SizeBy by(const char* method) {
  project::SizeBy one;
  one.method = {method, {}};
  one.size = 10;
  one.decimals = -1;
  return one;
}

TEST(SymbolSize, GrowsAsItsMethodSays) {
  const struct {
    const char* method;
    double value, size;
  } cases[] = {
      {"area", 100, 10},     {"area", 25, 5},
      {"area", 0, 0},        {"area", std::nan(""), 0},
      {"linear", 25, 2.5},   {"linear", 200, 20},
      {"flannery", 100, 10}, {"flannery", 25, 10 * std::pow(0.25, 0.5716)},
  };
  for (const auto& one : cases)
    EXPECT_NEAR(symbol_size(by(one.method), one.value, 100), one.size, 1e-9) << one.method << one.value;
}

TEST(SymbolSize, HasALeastThatNothingIsSmallerThan) {
  project::SizeBy small = by("area");
  small.smallest = 2;
  EXPECT_EQ(symbol_size(small, 1e-6, 100), 2);
  EXPECT_EQ(symbol_size(small, 0, 100), 0);
}

TEST(SymbolSize, OfAClassIsTheClasses) {
  project::SizeBy classes = by("classes");
  classes.breaks = {0, 10, 100};
  classes.sizes = {3, 8};
  EXPECT_EQ(symbol_size(classes, 10, 0), 3);
  EXPECT_EQ(symbol_size(classes, 10.5, 0), 8);
  EXPECT_EQ(symbol_size(classes, 101, 0), 0);
  const std::vector<double> values{5, 50};
  const auto examples = size_examples(classes, values, 0);
  ASSERT_EQ(examples.size(), 2U);
  EXPECT_EQ(examples[1].text, "plus de 10 à 100");
}

TEST(SizeExamples, AreRoundAndNoGreaterThanTheGreatestValue) {
  const std::vector<double> values{1873};
  project::SizeBy large = by("area");
  large.size = 20;
  const auto examples = size_examples(large, values, 1873);
  ASSERT_EQ(examples.size(), 3U);
  EXPECT_EQ(examples.front().text, "50");
  EXPECT_EQ(examples.back().text, "1\u202F000");
  EXPECT_NEAR(examples.back().size, 20 * std::sqrt(1000.0 / 1873), 1e-9);
}

}  // namespace
}  // namespace cartouche::map
