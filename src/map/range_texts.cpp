#include "range_texts.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "cartouche/base/number_format.h"

namespace cartouche::map {
namespace {

constexpr int kMostDecimals = 9;

// The number of `decimals` decimals nearest to `limit` in [low, high), if there is one.
std::optional<double> rounded_within(double limit, double low, double high, int decimals) {
  const double power = std::pow(10, decimals);
  for (const double candidate :
       {std::round(limit * power), std::ceil(limit * power), std::ceil(low * power)}) {
    const double value = candidate / power;
    if (value >= low && value < high) return value;
  }
  return std::nullopt;
}

// The outermost limits hold the least and the greatest value, and may lie beyond them.
double outer(double limit, int decimals, bool lowest) {
  const double power = std::pow(10, decimals);
  // A value that has these decimals already stays itself, whatever the multiplication rounds to.
  const double near = std::round(limit * power);
  if (std::abs(near - limit * power) < 1e-6) return near / power;
  return (lowest ? std::floor(limit * power) : std::ceil(limit * power)) / power;
}

std::optional<std::vector<double>> limits_of(std::span<const double> breaks,
                                             const std::vector<double>& sorted, int decimals) {
  std::vector<double> limits;
  for (std::size_t i = 0; i < breaks.size(); ++i) {
    if (i == 0 || i + 1 == breaks.size()) {
      limits.push_back(outer(breaks[i], decimals, i == 0));
      continue;
    }
    const auto above = std::upper_bound(sorted.begin(), sorted.end(), breaks[i]);
    const double high = above == sorted.end() ? std::numeric_limits<double>::infinity() : *above;
    const double low = above == sorted.begin() ? -std::numeric_limits<double>::infinity() : *(above - 1);
    const auto limit = rounded_within(breaks[i], low, high, decimals);
    if (!limit) return std::nullopt;
    limits.push_back(*limit);
  }
  for (std::size_t i = 1; i < limits.size(); ++i)
    if (breaks[i] > breaks[i - 1] && limits[i] <= limits[i - 1]) return std::nullopt;
  return limits;
}

}  // namespace

PrintedLimits printed_limits(std::span<const double> breaks, std::span<const double> values, int decimals) {
  std::vector<double> sorted;
  std::copy_if(values.begin(), values.end(), std::back_inserter(sorted),
               [](double value) { return std::isfinite(value); });
  std::sort(sorted.begin(), sorted.end());
  for (int d = std::max(decimals, 0); d <= kMostDecimals; ++d)
    if (auto limits = limits_of(breaks, sorted, d)) return {std::move(*limits), d};
  return {{breaks.begin(), breaks.end()}, -1};
}

std::vector<std::string> range_texts(std::span<const double> breaks, std::span<const double> values,
                                     int decimals, const std::string& unit) {
  const PrintedLimits printed = printed_limits(breaks, values, decimals);
  // Nothing is nothing, to however many decimals.
  const auto print = [&](double value) { return format_french(value, value == 0 ? 0 : printed.decimals); };
  const std::string tail = unit.empty() ? "" : std::string(kNarrowNoBreakSpace) + unit;
  std::vector<std::string> texts;
  for (std::size_t i = 1; i < breaks.size(); ++i) {
    const double low = printed.limits[i - 1], high = printed.limits[i];
    const bool one_value = breaks[i] == breaks[i - 1];
    std::string text;
    if (!one_value) text = (i == 1 ? "" : "plus de ") + print(low) + " à ";
    texts.push_back(text + print(high) + tail);
  }
  return texts;
}

}  // namespace cartouche::map
