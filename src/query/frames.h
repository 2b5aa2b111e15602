#pragma once
// Which territory's frame each point lies in.

#include <vector>

#include "cartouche/base/diagnostics.h"
#include "cartouche/table/table.h"
#include "transforms.h"

namespace cartouche::query {

/// The places of a table's features (a line's or polygon's centroid) in longitude and latitude, and for each
/// the number of its territory in territories(), -1 in none.
struct Frames {
  std::vector<Point> lon_lat;
  std::vector<std::int8_t> territory;
};
Frames frames_of(const GeometryColumn& points, Transforms& transforms);
/// Of a few points.
Frames frames_of(const GeometryColumn& points);

/// Keeps account of points without a place or in no territory, batch after batch.
class FrameReport {
 public:
  /// `before` rows came before the batch.
  void add(const Table& points, const Frames& frames, std::size_t before);
  /// After the last batch: notes what it found.
  void finish(const Table& points, Diagnostics& diagnostics) const;

 private:
  std::size_t missing_ = 0, outside_ = 0, swapped_ = 0, zeros_ = 0;
  std::vector<std::string> missing_ids_, outside_ids_;
};

/// "1 point", "3 points".
std::string counted(std::size_t count, const std::string& one);
/// The id of a row of a batch that so many rows came before.
std::string id_in_batch(const Table& batch, std::size_t row, std::size_t before);

}  // namespace cartouche::query
