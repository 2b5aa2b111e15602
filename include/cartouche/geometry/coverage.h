#pragma once
// Polygons that share borders, as arcs: each border is stored once, so that simplifying it keeps neighbours
// together.
//
//   Coverage coverage(polygons);  // nodes where three or more borders meet, arcs between them
//   GeometryArray small = coverage.simplified(tolerance);
//
// Invariants: every arc is used by one or more rings, forwards or backwards; the arcs of a ring, put end to
// end, give the ring (up to its starting vertex); simplified() keeps nodes, never lets two arcs cross or
// touch that did not, never moves an arc across a vertex of another, and never loses a polygon that has an
// area: a ring keeps at least a triangle unless `drop_below` says otherwise.
//
// Input that is not a coverage (overlaps, borders without shared vertices, spikes, repeated points) is taken
// as it is: what is not shared is simplified on its own, contacts between input edges stay.

#include <memory>
#include <utility>
#include <vector>

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
  /// effective area is below tolerance² (squared units of the coordinates) go. The area is weighted by the
  /// angle (sharp tips go earlier, flat bends later). Parts other than a feature's largest whose whole area
  /// is below `drop_below` (squared units) go too, and with them the holes they leave. Visvalingam, Whyatt,
  /// The Cartographic Journal 30(1), 1993. Ties are broken by coordinate. tolerance <= 0 keeps every vertex.
  GeometryArray simplified(double tolerance, double drop_below = 0) const;

  /// The same, of some features only: the arcs are simplified exactly as in the whole, so borders agree with
  /// any other selection.
  GeometryArray simplified(std::span<const GeometryArray::Index> features, double tolerance,
                           double drop_below = 0) const;

  /// Borders as lines, each once: where the groups on the two sides differ. Arcs are joined end to end where
  /// exactly two of them meet, one line feature a chain. group[i] is the group of polygon i (kNoGroup =
  /// outside). With outer = false, borders with nothing on one side are left out.
  static constexpr GeometryArray::Index kNoGroup = 0xFFFFFFFF;
  GeometryArray borders(std::span<const GeometryArray::Index> group, double tolerance,
                        bool outer = true) const;

  /// Pairs of polygons that share at least one edge, the lower index first, ascending. A common corner is not
  /// enough.
  std::vector<std::pair<GeometryArray::Index, GeometryArray::Index>> adjacency() const;

 private:
  struct Data;
  std::shared_ptr<const Data> data_;
};

}  // namespace cartouche
