#pragma once
// Data whose coordinates were declared wrong: refused, with what they look like.

#include <span>
#include <string>
#include <vector>

#include "frames.h"
#include "zone_set.h"

namespace cartouche::query {

/// Points that come in batches. As long as none lies in a French territory they are kept; a wrong file fails
/// after its first thousands and not at its end.
class MisplacedPoints {
 public:
  /// Throws a data error where no point so far lies in a territory or within the extent of the zones, and
  /// most would by another reading of their coordinates: the axes swapped, degrees for metres, another
  /// system.
  void add(const Table& points, const Frames& frames, std::span<const ReadySet> sets);
  /// After the last batch, the same.
  void finish(const Table& points, std::span<const ReadySet> sets) const;

 private:
  bool settled_ = false;
  std::vector<Point> places_, lon_lat_;  // of the first points: as they came, and on the globe
};

/// The same for the zones of a set, by the middles of their boxes.
void refuse_misplaced_zones(const ReadySet& set);

}  // namespace cartouche::query
