#include "callout_bounds.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace cartouche::label {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();

// Calls visit(request) for each member in ascending order.
template <typename Visit>
void for_each(Mask set, Visit&& visit) {
  for (; set != 0; set &= set - 1) visit(std::countr_zero(set));
}

}  // namespace

double pitch_of(const StripAxis& axis, Mask set) {
  double pitch = 0;
  for_each(set, [&](int request) { pitch += axis.pitch(request); });
  return pitch;
}

std::vector<double> stacking_costs(const StripAxis& axis, int requests, int steps) {
  const std::size_t sets = std::size_t{1} << static_cast<unsigned>(requests);
  const auto width = static_cast<std::size_t>(steps) + 1;
  // By set and step: the least cost with no box of the set after the step.
  std::vector<double> upto(sets * width, kInfinite);
  std::vector<double> costs(sets, kInfinite);
  std::fill_n(upto.begin(), width, 0.0);
  costs[0] = 0;
  for (Mask set = 1; set < sets; ++set) {
    double* row = &upto[set * width];
    const int last = axis.last_step(pitch_of(axis, set));
    for_each(set, [&](int request) {
      const Mask before = set & ~(Mask{1} << static_cast<unsigned>(request));
      if (!axis.takes(request)) return;
      const double pitch = pitch_of(axis, before);
      for (int step = 0; step <= last; ++step) {
        const double cost = upto[before * width + static_cast<std::size_t>(step)];
        if (cost < row[step])
          row[step] = std::min(row[step], cost + axis.cost(request, axis.position(pitch, step)));
      }
    });
    for (int step = 1; step <= last; ++step) row[step] = std::min(row[step], row[step - 1]);
    if (last >= 0) costs[set] = row[last];
  }
  return costs;
}

Completion::Completion(const StripAxis& axis, Mask set, int requests, int steps)
    : width_(static_cast<std::size_t>(steps) + 1),
      last_step_(axis.last_step(pitch_of(axis, set))),
      cost_((std::size_t{1} << static_cast<unsigned>(requests)) * width_, kInfinite) {
  std::fill_n(cost_.begin(), width_, 0.0);
  for (Mask rest = 1; rest <= set; ++rest) {
    if ((rest & ~set) != 0) continue;
    double* row = &cost_[rest * width_];
    const double pitch = pitch_of(axis, set & ~rest);
    for_each(rest, [&](int request) {
      const Mask after = rest & ~(Mask{1} << static_cast<unsigned>(request));
      for (int step = 0; step <= last_step_; ++step) {
        const double cost = cost_[after * width_ + static_cast<std::size_t>(step)];
        if (cost < row[step])
          row[step] = std::min(row[step], cost + axis.cost(request, axis.position(pitch, step)));
      }
    });
    for (int step = last_step_ - 1; step >= 0; --step) row[step] = std::min(row[step], row[step + 1]);
  }
}

}  // namespace cartouche::label
