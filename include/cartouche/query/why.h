#pragma once
// Why one point counts as inside or outside: each set's zone, and how far its border is.

#include <string>
#include <vector>

#include "cartouche/query/question.h"

namespace cartouche::query {

/// One zone seen from a point.
struct Sighting {
  std::string set;
  std::string key;      ///< of the zone; "" where the set has no zone at all
  bool inside = false;  ///< by the rule of `within`
  double metres = 0;    ///< to the zone's border, 0 or more
  /// The border is nearer than the tolerance: the boundaries used cannot tell for sure.
  bool verify = false;
  bool operator==(const Sighting&) const = default;
};

/// The zones of a set that hold the point, each with the distance to its border; the others that come nearer
/// than `tolerance` metres; and where none holds it, the nearest. Inside first, then by distance.
std::vector<Sighting> explain(const Table& points, std::size_t row, const ZoneSet& set, double tolerance);

}  // namespace cartouche::query
