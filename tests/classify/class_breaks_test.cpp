#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

#include "cartouche/classify/classify.h"

namespace cartouche {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInf = std::numeric_limits<double>::infinity();

struct Case {
  const char* name;
  const char* method;
  int classes;
  std::vector<double> values;
  std::vector<double> breaks;
};

class ClassBreaks : public testing::TestWithParam<Case> {};

TEST_P(ClassBreaks, are_these) {
  const Case& one = GetParam();
  EXPECT_EQ(class_breaks(one.values, one.method, one.classes, {}), one.breaks) << one.name;
}

INSTANTIATE_TEST_SUITE_P(
    Methods, ClassBreaks,
    testing::Values(Case{"equal widths", "equal", 4, {8, 0, 1, 2}, {0, 2, 4, 6, 8}},
                    Case{"equal, one class", "equal", 1, {3, 5}, {3, 5}},
                    Case{"equal, one value", "equal", 3, {0.1, 0.1}, {0.1, 0.1}},
                    Case{
                        "equal, NaN and infinity left out", "equal", 2, {kNan, 1, kInf, 3, -kInf}, {1, 2, 3}},
                    Case{"equal, negative", "equal", 2, {-4, 2}, {-4, -1, 2}},
                    Case{"as many in each", "quantile", 3, {6, 5, 4, 3, 2, 1}, {1, 2, 4, 6}},
                    Case{"seven in three", "quantile", 3, {1, 2, 3, 4, 5, 6, 7}, {1, 3, 5, 7}},
                    Case{"many zeros are one class", "quantile", 4, {0, 0, 0, 0, 0, 7, 8, 9}, {0, 0, 7, 9}},
                    Case{"more classes than values", "quantile", 5, {1, 2}, {1, 1, 2}},
                    // Mean 5, deviation 2: limits at the mean and one deviation from it, or half of one.
                    Case{"deviations, even", "stddev", 4, {2, 4, 4, 4, 5, 5, 7, 9}, {2, 3, 5, 7, 9}},
                    Case{"deviations, odd", "stddev", 3, {2, 4, 4, 4, 5, 5, 7, 9}, {2, 4, 6, 9}},
                    Case{"deviations, one value", "stddev", 4, {3, 3}, {3, 3}},
                    Case{"round limits", "pretty", 5, {3, 97}, {0, 20, 40, 60, 80, 100}},
                    Case{"round limits below nothing", "pretty", 4, {-1.2, 3.1}, {-2, 0, 2, 4}},
                    Case{"round limits that are met", "pretty", 2, {0, 100}, {0, 50, 100}},
                    Case{"round limits of one value", "pretty", 5, {7, 7}, {7, 7}},
                    // Means 5, then 19 of the two above it: one is above, but that is half of them.
                    Case{"heads and tails", "headtail", 5, {1, 1, 1, 1, 1, 1, 1, 1, 12, 26}, {1, 4.6, 26}},
                    Case{"no head", "headtail", 5, {1, 2, 3, 4}, {1, 4}},
                    Case{"two heaps", "jenks", 2, {1, 2, 3, 101, 102, 103}, {1, 3, 103}},
                    Case{"three heaps, unordered", "jenks", 3, {50, 1, 90, 2, 51, 91, 1, 90}, {1, 2, 51, 91}},
                    Case{"each value a class", "jenks", 5, {4, 2, 4}, {2, 2, 4}},
                    Case{"one class", "jenks", 1, {4, 2, 9}, {2, 9}},
                    // The weight of ties counts: 1 occurs often enough to stand alone.
                    Case{"ties weigh", "jenks", 2, {1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 3}, {1, 1, 3}},
                    Case{"ties do not part", "jenks", 2, {1, 2, 2, 2, 2, 2, 2, 2, 3.5}, {1, 2, 3.5}},
                    Case{"no values", "jenks", 4, {}, {}},
                    Case{"only missing values", "quantile", 4, {kNan, kNan}, {}}));

double cost(std::span<const double> sorted) {
  double mean = 0, sum = 0;
  for (const double v : sorted) mean += v / static_cast<double>(sorted.size());
  for (const double v : sorted) sum += (v - mean) * (v - mean);
  return sum;
}

/// Least cost over every way to cut `sorted` into at most `classes` runs.
double least_cost(std::span<const double> sorted, int classes) {
  double best = cost(sorted);
  if (classes == 1) return best;
  for (std::size_t first = 1; first < sorted.size(); ++first)
    best = std::min(best, cost(sorted.first(first)) + least_cost(sorted.subspan(first), classes - 1));
  return best;
}

double cost_of_breaks(std::span<const double> sorted, std::span<const double> breaks) {
  std::vector<std::vector<double>> classes(breaks.size() - 1);
  for (const double v : sorted) classes[static_cast<std::size_t>(class_of(v, breaks))].push_back(v);
  double sum = 0;
  for (const auto& one : classes) sum += cost(one);
  return sum;
}

TEST(Jenks, is_the_best_of_all_partitions) {
  std::mt19937 random(2011);
  for (int round = 0; round < 200; ++round) {
    std::vector<double> values;
    const double offset = round % 2 == 0 ? 0 : 1e6;  // far from zero, squares must not cancel
    for (int i = 0; i < 3 + round % 9; ++i) values.push_back(offset + static_cast<double>(random() % 40) / 4);
    std::sort(values.begin(), values.end());
    for (int classes = 1; classes <= 5; ++classes) {
      const std::vector<double> breaks = class_breaks(values, "jenks", classes, {});
      EXPECT_NEAR(cost_of_breaks(values, breaks), least_cost(values, classes), 1e-6)
          << round << ' ' << classes;
    }
  }
}

TEST(Jenks, is_the_same_whatever_the_order_of_the_values) {
  std::mt19937 random(7);
  std::vector<double> values;
  for (int i = 0; i < 1254; ++i) values.push_back(std::exp(static_cast<double>(random() % 1000) / 100));
  const std::vector<double> breaks = class_breaks(values, "jenks", 6, {});
  EXPECT_EQ(breaks.size(), 7U);
  std::shuffle(values.begin(), values.end(), random);
  EXPECT_EQ(class_breaks(values, "jenks", 6, {}), breaks);
}

TEST(ClassOf, classes_are_closed_above_and_the_first_on_both_sides) {
  const std::vector<double> breaks = {0, 10, 20};
  EXPECT_EQ(class_of(-0.1, breaks), -1);
  EXPECT_EQ(class_of(0, breaks), 0);
  EXPECT_EQ(class_of(10, breaks), 0);
  EXPECT_EQ(class_of(10.0001, breaks), 1);
  EXPECT_EQ(class_of(20, breaks), 1);
  EXPECT_EQ(class_of(20.1, breaks), -1);
  EXPECT_EQ(class_of(kNan, breaks), -1);
  EXPECT_EQ(class_of(kInf, breaks), -1);
}

TEST(ClassOf, a_first_class_of_one_value_holds_just_that_value) {
  const std::vector<double> breaks = {0, 0, 7, 9};
  EXPECT_EQ(class_of(0, breaks), 0);
  EXPECT_EQ(class_of(0.5, breaks), 1);
}

TEST(ClassOf, without_classes_there_is_none) {
  EXPECT_EQ(class_of(1, {}), -1);
  EXPECT_EQ(class_of(1, std::vector<double>{1}), -1);
}

TEST(ClassBreaks, every_value_falls_in_a_class_by_every_method) {
  std::mt19937 random(5);
  std::vector<double> values;
  for (int i = 0; i < 300; ++i) values.push_back(0.1 * static_cast<double>(random() % 77) - 3.3);
  for (const std::string& method : class_methods())
    for (int classes = 1; classes < 12; ++classes) {
      const std::vector<double> breaks = class_breaks(values, method, classes, {});
      EXPECT_LE(breaks.size(), static_cast<std::size_t>(classes) + 1);
      for (const double value : values) ASSERT_GE(class_of(value, breaks), 0) << method << ' ' << classes;
    }
}

TEST(ClassBreaks, an_unknown_method_names_the_nearest) {
  const Location where{"style.yaml", 3, 9};
  try {
    class_breaks(std::vector<double>{1, 2}, "quantiles", 3, where);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::usage);
    EXPECT_EQ(error.where(), where);
    EXPECT_THAT(error.what(), HasSubstr("'quantile'"));
  }
  EXPECT_THROW(class_breaks(std::vector<double>{1, 2}, "jenks", 0, where), Error);
}

}  // namespace
}  // namespace cartouche
