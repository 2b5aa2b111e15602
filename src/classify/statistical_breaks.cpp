#include "statistical_breaks.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cartouche::classify_internal {
namespace {

double mean_of(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

// Limits are whole numbers of steps; a value a rounding error above one belongs to it.
constexpr double kRounding = 1e-9;

double first_limit(std::span<const double> sorted, double step) {
  return std::floor(sorted.front() / step + kRounding);
}

double last_limit(std::span<const double> sorted, double step) {
  return std::ceil(sorted.back() / step - kRounding);
}

// The least of 1, 2 and 5 times a power of ten that needs no more than `classes` steps; 0 where none does.
double step_of(std::span<const double> sorted, int classes) {
  const double range = sorted.back() - sorted.front();
  if (!(range > 0)) return 0;
  const double power = std::pow(10, std::floor(std::log10(range / classes)));
  for (const double mantissa : {1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0}) {
    const double step = mantissa * power;
    if (last_limit(sorted, step) - first_limit(sorted, step) <= classes) return step;
  }
  return 0;
}

}  // namespace

std::vector<double> stddev_limits(std::span<const double> sorted, int classes) {
  const double mean = mean_of(sorted);
  double squares = 0;
  for (const double value : sorted) squares += (value - mean) * (value - mean);
  const double deviation = std::sqrt(squares / static_cast<double>(sorted.size()));
  std::vector<double> limits;
  // Of an even number of classes the mean is a limit, of an odd one the middle of a class.
  for (int i = 1; i < classes; ++i) {
    const double limit = mean + (i - classes / 2.0) * deviation;
    if (limit >= sorted.front() && limit < sorted.back()) limits.push_back(limit);
  }
  limits.push_back(sorted.back());
  return limits;
}

std::vector<double> pretty_limits(std::span<const double> sorted, int classes) {
  const double step = step_of(sorted, classes);
  if (step == 0) return {sorted.back()};
  std::vector<double> limits;
  for (double i = first_limit(sorted, step) + 1; i <= last_limit(sorted, step); ++i)
    limits.push_back(i * step);
  limits.back() = std::max(limits.back(), sorted.back());
  return limits;
}

double pretty_floor(std::span<const double> sorted, int classes) {
  const double step = step_of(sorted, classes);
  return step == 0 ? sorted.front() : first_limit(sorted, step) * step;
}

std::vector<double> head_tail_limits(std::span<const double> sorted, int classes) {
  constexpr double kHead = 0.4;  // Jiang 2013: the head is a minority
  std::vector<double> limits;
  std::span<const double> head = sorted;
  while (static_cast<int>(limits.size()) + 1 < classes && head.size() > 1) {
    const double mean = mean_of(head);
    const auto above = std::upper_bound(head.begin(), head.end(), mean);
    const auto rest = static_cast<std::size_t>(head.end() - above);
    if (rest == 0 || static_cast<double>(rest) > kHead * static_cast<double>(head.size())) break;
    limits.push_back(mean);
    head = head.last(rest);
  }
  limits.push_back(sorted.back());
  return limits;
}

}  // namespace cartouche::classify_internal
