#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "cartouche/base/words.h"
#include "cartouche/classify/classify.h"
#include "natural_breaks.h"
#include "statistical_breaks.h"

namespace cartouche {

namespace {

using classify_internal::head_tail_limits;
using classify_internal::pretty_limits;
using classify_internal::stddev_limits;

/// Upper limits of classes over finite values in ascending order, at least one of them.
using Limits = std::vector<double> (*)(std::span<const double> sorted, int classes);

std::vector<double> equal_limits(std::span<const double> sorted, int classes) {
  const double low = sorted.front(), high = sorted.back();
  std::vector<double> limits;
  for (int i = 1; i < classes; ++i)
    limits.push_back(std::clamp(low + (high - low) * i / classes, low, high));  // rounding stays between them
  limits.push_back(high);
  return limits;
}

/// Each limit is a value that occurs: the least one with at least i/classes of all values at or below it
/// (type 1 of Hyndman, Fan, Sample Quantiles in Statistical Packages, The American Statistician 50(4), 1996).
std::vector<double> quantile_limits(std::span<const double> sorted, int classes) {
  const std::size_t n = sorted.size();
  const auto k = static_cast<std::size_t>(classes);
  std::vector<double> limits;
  for (std::size_t i = 1; i <= k; ++i) limits.push_back(sorted[(i * n + k - 1) / k - 1]);
  return limits;
}

std::vector<double> jenks_limits(std::span<const double> sorted, int classes) {
  std::vector<classify_internal::Counted> counted;
  for (const double value : sorted) {
    if (counted.empty() || counted.back().value != value) counted.push_back({value, 0});
    ++counted.back().count;
  }
  return classify_internal::natural_breaks(counted, classes);
}

struct Method {
  const char* name;
  Limits limits;
};

constexpr std::array<Method, 6> kMethods = {{{"equal", equal_limits},
                                             {"quantile", quantile_limits},
                                             {"jenks", jenks_limits},
                                             {"stddev", stddev_limits},
                                             {"pretty", pretty_limits},
                                             {"headtail", head_tail_limits}}};

// The least limit is the least value, but a round one where round ones are asked for.
double lowest_limit(const std::string& method, std::span<const double> sorted, int classes) {
  if (method != "pretty") return sorted.front();
  return classify_internal::pretty_floor(sorted, classes);
}

}  // namespace

std::vector<std::string> class_methods() {
  std::vector<std::string> names;
  for (const Method& method : kMethods) names.emplace_back(method.name);
  return names;
}

std::vector<double> class_breaks(std::span<const double> values, const std::string& method, int classes,
                                 const Location& where) {
  const auto found =
      std::find_if(kMethods.begin(), kMethods.end(), [&](const Method& one) { return method == one.name; });
  if (found == kMethods.end())
    throw usage_error(where, fmt::format("unknown method of classes '{}'", method),
                      suggestion(method, class_methods()));
  if (classes < 1)
    throw usage_error(where, fmt::format("{} classes", classes), "expected a whole number of at least 1");
  std::vector<double> sorted;
  std::copy_if(values.begin(), values.end(), std::back_inserter(sorted),
               [](double value) { return std::isfinite(value); });
  if (sorted.empty()) return {};
  std::sort(sorted.begin(), sorted.end());
  std::vector<double> limits = found->limits(sorted, classes);
  limits.erase(std::unique(limits.begin(), limits.end()), limits.end());
  limits.insert(limits.begin(), std::min(sorted.front(), lowest_limit(method, sorted, classes)));
  return limits;
}

int class_of(double value, std::span<const double> breaks) {
  if (breaks.size() < 2 || !(value >= breaks.front() && value <= breaks.back())) return -1;
  const auto uppers = breaks.subspan(1);
  return static_cast<int>(std::lower_bound(uppers.begin(), uppers.end(), value) - uppers.begin());
}

}  // namespace cartouche
