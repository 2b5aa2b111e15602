#pragma once
// Which feature of one array each feature of another lies in or touches.

#include <vector>

#include "step.h"

namespace cartouche::pipeline {

enum class Predicate : std::uint8_t { within, intersects };

/// The first row of the right array that each left row meets, or Column::kNoRow. Both arrays are in one CRS.
/// A point on a border that polygons share goes to the first of them.
std::vector<Index> first_matches(const GeometryArray& left, const GeometryArray& right, Predicate predicate,
                                 unsigned threads);

/// All rows that each left row meets, ascending. A point on a border that polygons share still goes to the
/// first of them: the others do not overlap it.
std::vector<std::vector<Index>> all_matches(const GeometryArray& left, const GeometryArray& right,
                                            Predicate predicate);

}  // namespace cartouche::pipeline
