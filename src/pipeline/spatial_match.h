#pragma once
// Which feature of one array each feature of another lies in or touches.

#include <vector>

#include "step.h"

namespace cartouche::pipeline {

enum class Predicate : std::uint8_t { within, intersects };

/// Rows of the right array by left row, ascending; both arrays in one CRS. With `all` false, only the first
/// is looked for. A point on the border of two polygons is given to the first of them (`all` false), and
/// counts as lying in none of the two more than in the other (`all` true gives both only where it lies inside
/// both).
std::vector<std::vector<Index>> spatial_matches(const GeometryArray& left, const GeometryArray& right,
                                                Predicate predicate, bool all, unsigned threads);

}  // namespace cartouche::pipeline
