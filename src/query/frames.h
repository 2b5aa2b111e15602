#pragma once
// Which territory's frame each point lies in.

#include <vector>

#include "cartouche/base/diagnostics.h"
#include "cartouche/table/table.h"

namespace cartouche::query {

/// The places of a table's features (a line's or polygon's centroid) in longitude and latitude, and for each
/// the number of its territory in territories(), -1 in none.
struct Frames {
  std::vector<Point> lon_lat;
  std::vector<std::int8_t> territory;
};
Frames frames_of(const Table& points);

/// Names rows without a place or in no territory.
void report_frames(const Table& points, const Frames& frames, Diagnostics& diagnostics);

/// "1 point", "3 points".
std::string counted(std::size_t count, const std::string& one);

}  // namespace cartouche::query
