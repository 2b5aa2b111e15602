#pragma once
// Places from columns of coordinates.

#include "cartouche/source/source.h"

namespace cartouche::source_internal {

/// Gives tables points made of their columns options.x and options.y (both real), or of options.lat_lon or
/// options.xy (text of both), in options.crs; a row without one of the two has none. A data error for a text
/// that is no pair, a usage error where one of the three options is missing without the
/// others.
class PointPlacer {
 public:
  explicit PointPlacer(const ReadOptions& options);
  /// The next rows of the source; `before` rows came before them.
  void place(Table& table, std::size_t before);
  /// Of all rows so far: a data error where most of a geographic system are no longitudes and latitudes. A
  /// warning names those that are not when they are few, and says where the two columns look swapped: no row
  /// lies in a French territory, and most would the other way round.
  void check(Diagnostics& diagnostics) const;

 private:
  GeometryArray points_of_pairs(const Table& table, std::size_t before) const;
  GeometryArray points_of_two(const Table& table) const;
  void count(const Table& table, std::span<const Point> points, std::size_t before);

  static constexpr std::size_t kSample = 10'000;

  ReadOptions options_;
  Crs crs_;
  std::size_t present_ = 0, on_globe_ = 0, swapped_on_globe_ = 0;
  std::size_t in_france_ = 0, swapped_in_france_ = 0;
  std::vector<Point> sample_;  // the first places, to find out what CRS they are in
  std::vector<std::string> outside_;
};

}  // namespace cartouche::source_internal
