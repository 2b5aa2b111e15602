#pragma once
// Union of the members of a coverage by cancelling the edges they share. Private to this module.

#include <vector>

#include "box_grid.h"
#include "cartouche/geometry/geometry_array.h"
#include "point_index.h"

namespace cartouche {

/// Keeps its working memory from one group to the next.
///
/// With outlines counter-clockwise and holes clockwise every edge has its polygon on the left. In a coverage
/// an edge between two members appears once in each direction; both go, and what is left bounds the union,
/// still with the inside on the left.
class CoverageUnion {
 public:
  using Index = GeometryArray::Index;

  /// Appends the union of `members` to `result` as one feature. Returns false, with nothing appended, where
  /// the members overlap, cross, or share borders without sharing vertices.
  bool append(GeometryArray& result, const GeometryArray& polygons, std::span<const Index> members);

 private:
  struct Edge {
    Index from;
    Index to;
  };
  struct Ring {
    Index begin, end;  ///< into walk_, without the repeated start
    double area;       ///< positive: an outline
    Box box;
  };

  void collect_edges(const GeometryArray& polygons, std::span<const Index> members);
  void add_edges(std::span<const Point> ring, bool reversed);
  bool cancel_shared();
  bool boundary_is_simple() const;
  void stitch();
  Index next_edge(Index incoming) const;
  void close_ring(std::vector<Index>& open, std::size_t from);
  bool contains(const Ring& outer, Point p) const;
  Point inner_place(const Ring& ring) const;
  bool assign_holes();
  void write(GeometryArray& result);

  Point place(Index vertex) const { return index_.points()[vertex]; }

  PointIndex index_;
  std::vector<Edge> edges_;
  std::vector<Index> out_begin_;  ///< of each vertex, into out_; one more at the end
  std::vector<Index> out_;        ///< edges by the vertex they leave
  std::vector<char> done_;        ///< by edge: cancelled, or already part of a ring
  std::vector<Index> walk_;
  std::vector<Ring> rings_;
  std::vector<Index> owner_;  ///< by ring: its outline (itself for an outline)
  std::vector<Point> points_;
};

}  // namespace cartouche
