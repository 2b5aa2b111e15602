#pragma once
// The arcs of a coverage and how rings are put together from them. Private to this module.

#include <cstdint>
#include <limits>
#include <vector>

#include "cartouche/geometry/geometry_array.h"

namespace cartouche {

struct CoverageData {
  using Index = GeometryArray::Index;
  static constexpr double kAlways = std::numeric_limits<double>::infinity();

  /// An arc as one ring goes through it.
  struct Use {
    Index arc;
    bool reversed;
  };

  // Vertices of all arcs, one arc after the other, ends included.
  std::vector<Point> points;
  std::vector<Index> vertex;   ///< number of the vertex: equal places have equal numbers
  std::vector<double> weight;  ///< effective area; kAlways for what no tolerance removes
  std::vector<Index> arc_ends;
  Index vertex_count = 0;

  // Rings, parts and features as in the input.
  std::vector<Use> uses;
  std::vector<Index> ring_ends;  ///< into uses
  std::vector<Index> part_ends;
  std::vector<Index> feature_ends;
  std::vector<double> ring_areas;  ///< of the input, unsigned

  // The features that use each arc, once a use.
  std::vector<Index> user_begin;  ///< one more than arcs
  std::vector<Index> users;

  Index arc_begin(std::size_t arc) const { return arc == 0 ? 0 : arc_ends[arc - 1]; }
  std::size_t arc_count() const { return arc_ends.size(); }
  Index use_begin(Index ring) const { return ring == 0 ? 0 : ring_ends[ring - 1]; }
  Index ring_begin(Index part) const { return part == 0 ? 0 : part_ends[part - 1]; }
  Index part_begin(std::size_t feature) const { return feature == 0 ? 0 : feature_ends[feature - 1]; }
};

/// Cuts the rings at their nodes: the places where the neighbours a ring has along its way are not the same
/// for all rings that pass, so where three or more borders meet or sharing starts or ends. A ring without a
/// node is one closed arc from its smallest vertex.
CoverageData arcs_of(const GeometryArray& polygons);

/// Fills data.weight: for every vertex the tolerance² from which on Visvalingam–Whyatt removes it.
void weigh_vertices(CoverageData& data);

/// Which vertices stay at a tolerance: those of weight >= tolerance², and as many more as it takes for arcs
/// neither to cross or touch nor to pass over a vertex of another arc. By index into data.points.
std::vector<char> kept_vertices(const CoverageData& data, double tolerance);

}  // namespace cartouche
