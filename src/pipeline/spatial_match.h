#pragma once
// Which features of one array each feature of another meets. Both arrays are in one CRS.

#include <vector>

#include "step.h"

namespace cartouche::pipeline {

enum class Predicate : std::uint8_t { within, intersects };

/// What one feature has to do with another.
enum class Meeting : std::uint8_t {
  partly,  ///< polygons of which only a part is shared, where the whole is asked for
  met,
};

struct Match {
  Index row;  ///< of the other array
  Meeting meeting = Meeting::met;
  double share = 0;  ///< of the feature's own area; 0 for points and lines
};

/// All that each feature meets, by ascending row. Polygons that only touch (share less than a millionth of
/// the smaller one's area) do not meet: a border belongs to both, and neither lies in the other. A point on a
/// border that polygons share belongs to the first of them, unless it lies inside another.
std::vector<std::vector<Match>> matches(const GeometryArray& left, const GeometryArray& right,
                                        Predicate predicate, unsigned threads);

}  // namespace cartouche::pipeline
