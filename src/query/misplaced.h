#pragma once
// Data whose coordinates were declared wrong: refused, with what they look like.

#include <span>

#include "frames.h"
#include "zone_set.h"

namespace cartouche::query {

/// Throws a data error where no point lies in a French territory or within the extent of the zones, and most
/// would by another reading of their coordinates: the axes swapped, degrees for metres, another system.
void refuse_misplaced_points(const Table& points, const Frames& frames, std::span<const ReadySet> sets);

/// The same for the zones of a set, by the middles of their boxes.
void refuse_misplaced_zones(const ReadySet& set);

}  // namespace cartouche::query
