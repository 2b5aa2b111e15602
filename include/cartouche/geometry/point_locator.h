#pragma once
// Which polygons hold a point: a uniform grid over the zones' extent. A cell wholly inside (or outside) a
// polygon answers at once; a boundary cell holds the few edges that cross it, and knows which side its
// reference point is on. Answers are exact to the last bit (robust orientation), the same as GEOS's.
//
//   const PointLocator zones(table.geometry()->shapes, threads);
//   std::vector<PointLocator::Index> zone = zones.locate(points, threads);
//
// Points and polygons are in the same CRS; one locator serves any number of threads. Building takes time and
// memory in proportion to the vertices, asking takes hardly more for many vertices than for few. Interiors
// follow the even-odd rule, so invalid polygons have an answer too.
//
// Closure rule: a point on a border belongs to a polygon's closure; `covers` says yes for every polygon that
// touches it. locate_one() gives a point on a shared border to the polygon of the lowest index, so a coverage
// counts each point exactly once. A point in a hole is outside.

#include <memory>
#include <span>
#include <vector>

#include "cartouche/geometry/geometry_array.h"

namespace cartouche {

class PointLocator {
 public:
  using Index = GeometryArray::Index;
  static constexpr Index kNone = 0xFFFFFFFF;

  /// Copies what it needs of `polygons`. Throws a data error for a coordinate that is not finite.
  explicit PointLocator(const GeometryArray& polygons, unsigned threads = 1);

  /// The polygon of lowest index whose closure holds p, or kNone (also for a missing point).
  Index locate_one(Point p) const;
  /// All polygons whose closure holds p, ascending.
  void locate_all(Point p, std::vector<Index>& found) const;
  /// Strict interior / on the border / outside, of one polygon.
  enum class Side { outside, border, inside };
  Side side(Point p, Index polygon) const;
  /// locate_one over a whole array, on `threads` threads; result[i] belongs to points[i].
  std::vector<Index> locate(std::span<const Point> points, unsigned threads = 1) const;

 private:
  struct Data;
  std::shared_ptr<const Data> data_;
};

}  // namespace cartouche
