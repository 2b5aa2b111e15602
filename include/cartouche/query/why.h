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
  bool inside = false;  ///< by the rule of `within`, or in reach
  double metres = 0;    ///< to the zone's border, 0 or more; of a set asked by distance to the zone
  /// The border (or the end of the reach) is nearer than the tolerance: the boundaries used cannot tell for
  /// sure.
  bool verify = false;
  /// Metres at which a zone still counts, of a set asked by distance; infinite where the nearest does however
  /// far. 0 = inside only.
  double reach = 0;
  bool operator==(const Sighting&) const = default;
};

/// The zones of a set that hold the point, each with the distance to its border; the others that come nearer
/// than `tolerance` metres; and where none holds it, the nearest. Inside first, then by distance. Of a set
/// asked by distance (its predicate is dwithin or nearest): the zones in reach, those at most `tolerance`
/// beyond it, and where there is none the nearest.
std::vector<Sighting> explain(const Table& points, std::size_t row, const ZoneSet& set, double tolerance);

}  // namespace cartouche::query
