#pragma once
// Class limits from the mean and its kin. Private to this module. All take finite values in ascending order,
// at least one, and give the upper limits of the classes, the last at least the greatest value.

#include <span>
#include <vector>

namespace cartouche::classify_internal {

std::vector<double> stddev_limits(std::span<const double> sorted, int classes);
std::vector<double> pretty_limits(std::span<const double> sorted, int classes);
/// The round number at or below the least value that the pretty limits begin at.
double pretty_floor(std::span<const double> sorted, int classes);
std::vector<double> head_tail_limits(std::span<const double> sorted, int classes);

}  // namespace cartouche::classify_internal
