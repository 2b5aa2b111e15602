#pragma once
// What the leaders of a set of boxes in one strip measure at least, crossings allowed: dynamic programmes
// over subsets and places. They are the bounds that make the search for crossing-free leaders short.

#include <vector>

#include "callout_strip.h"

namespace cartouche::label {

/// By set of requests: the least cost of stacking them in the strip in any order; infinite when they do not
/// fit. `requests` ≤ 16, `steps` as given to the axis.
std::vector<double> stacking_costs(const StripAxis& axis, int requests, int steps);

/// For one set: the least cost of what is still to be stacked, after any part of it.
class Completion {
 public:
  Completion(const StripAxis& axis, Mask set, int requests, int steps);

  /// The least cost of stacking `rest`, a part of the set, after all others of the set, not before `step`.
  double cost(Mask rest, int step) const {
    return cost_[static_cast<std::size_t>(rest) * width_ + static_cast<std::size_t>(step)];
  }
  int last_step() const { return last_step_; }

 private:
  std::size_t width_;
  int last_step_;
  std::vector<double> cost_;
};

/// Total pitch of a set.
double pitch_of(const StripAxis& axis, Mask set);

}  // namespace cartouche::label
