#pragma once
// Exact Fisher-Jenks classes. Private to this module.

#include <span>
#include <vector>

namespace cartouche::classify_internal {

/// A value and how often it occurs.
struct Counted {
  double value;
  double count;
};

/// The highest value of each of min(classes, values.size()) classes, such that the sum over all classes of
/// squared distances to their means is least; among equals the one whose last class begins earliest, and so
/// on downwards. `values` ascends and is not empty.
///
/// Dynamic programming: Fisher, On Grouping for Maximum Homogeneity, JASA 53, 1958; as in Wang & Song,
/// Ckmeans.1d.dp, The R Journal 3(2), 2011; by divide and conquer, since the best split never moves down as
/// values are added: O(classes · n log n).
std::vector<double> natural_breaks(std::span<const Counted> values, int classes);

}  // namespace cartouche::classify_internal
