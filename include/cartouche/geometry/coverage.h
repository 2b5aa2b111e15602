#pragma once
// Polygons that share borders, as arcs: each border is stored once, so that simplifying it keeps neighbours
// together.
//
//   Coverage coverage(polygons);                    // nodes where three or more rings meet, arcs between
//   them GeometryArray small = coverage.simplified(tolerance);
//
// Invariants: every arc is used by one or more rings, forwards or backwards; the arcs of a ring, put end to
// end, give the ring (up to its starting vertex); simplified() keeps nodes, never lets two arcs cross or
// touch that did not, and never loses a polygon: a ring keeps at least its `keep shapes` triangle unless
// `drop_below` says otherwise.

#include <memory>

#include "cartouche/geometry/geometry_array.h"

namespace cartouche {

class Coverage {
 public:
  /// Vertices are matched by exact coordinates. Effective areas of all vertices are computed here, once.
  explicit Coverage(const GeometryArray& polygons);

  std::size_t arc_count() const;
  /// Vertices of an arc, ends included.
  std::span<const Point> arc(std::size_t arc) const;

  /// Polygons rebuilt from arcs simplified by Visvalingam–Whyatt with an intersection guard: vertices whose
  /// effective area is below tolerance² (squared units of the coordinates) go. Parts other than a feature's
  /// largest whose whole area is below `drop_below` (squared units) go too. Visvalingam, Whyatt, The
  /// Cartographic Journal 30(1), 1993. Ties are broken by coordinate.
  GeometryArray simplified(double tolerance, double drop_below = 0) const;

  /// The same, of some features only: the arcs are simplified exactly as in the whole, so borders agree with
  /// any other selection.
  GeometryArray simplified(std::span<const GeometryArray::Index> features, double tolerance,
                           double drop_below = 0) const;

  /// Borders as lines, each once: line features of arcs for which the groups on the two sides differ.
  /// group[i] is the group of polygon i (kNoGroup = outside). With outer = false, arcs with nothing on one
  /// side are left out.
  static constexpr GeometryArray::Index kNoGroup = 0xFFFFFFFF;
  GeometryArray borders(std::span<const GeometryArray::Index> group, double tolerance,
                        bool outer = true) const;

 private:
  struct Data;
  std::shared_ptr<const Data> data_;
};

}  // namespace cartouche
