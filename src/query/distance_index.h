#pragma once
// The nearest border: a uniform grid over the segments of lines and rings (a point is a segment of no
// length), in the plane of the coordinates.

#include <limits>
#include <vector>

#include "cartouche/geometry/geometry_array.h"

namespace cartouche::query {

using Index = GeometryArray::Index;

/// A feature and its distance.
struct Hit {
  Index feature = 0xFFFFFFFF;
  double metres = std::numeric_limits<double>::infinity();
  bool found() const { return feature != 0xFFFFFFFF; }
  /// Nearer, or as near and earlier.
  bool before(const Hit& other) const {
    return metres < other.metres || (metres == other.metres && feature < other.feature);
  }
};

class DistanceIndex {
 public:
  explicit DistanceIndex(const GeometryArray& shapes);
  /// The nearest border, at most `limit` away; the lower feature of several.
  Hit nearest(Point p, double limit) const;
  /// All features with a border at most `limit` away, each once with its least distance, ascending.
  void within(Point p, double limit, std::vector<Hit>& hits) const;

 private:
  struct Segment {
    Point a, b;
    Index feature;
  };
  struct Cells {  // both ends belong to it
    int left, bottom, right, top;
  };

  void lay_grid();
  void fill();
  Cells cells_of(const Box& box) const;
  int column_of(double x) const;
  int row_of(double y) const;
  void look(int column, int row, Point p, Hit& best) const;
  double beyond(const Cells& seen, Point p) const;

  std::vector<Segment> segments_;
  Box box_;
  double cell_ = 1;
  int columns_ = 0, rows_ = 0;
  std::vector<std::uint32_t> ends_;   // of each cell in items_
  std::vector<std::uint32_t> items_;  // segments
};

/// Lists each feature once with its least distance, ascending.
void keep_nearest_of_each(std::vector<Hit>& hits);

}  // namespace cartouche::query
