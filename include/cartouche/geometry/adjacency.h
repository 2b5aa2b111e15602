#pragma once
// Which polygons are neighbours, and colours that tell neighbours apart.

#include <span>
#include <utility>
#include <vector>

#include "cartouche/geometry/geometry_array.h"

namespace cartouche {

/// Two features, the lower index first.
using Neighbours = std::pair<GeometryArray::Index, GeometryArray::Index>;

/// Pairs of polygons that share at least one edge, ascending; a common corner is not enough. Vertices are
/// matched by exact coordinates. (Coverage::adjacency() gives the same where a Coverage is at hand.)
std::vector<Neighbours> adjacency(const GeometryArray& polygons);

/// A colour, 0 … colours-1, for each of `count` nodes such that the two ends of an edge differ: DSATUR
/// (Brélaz, CACM 22(4), 1979), and among the colours free for a node the one used least so far, so that all
/// colours get about the same share. Where the colours do not suffice, a node takes the one fewest of its
/// neighbours have. Ties go to the lower node and the lower colour: the same input gives the same colours.
std::vector<int> greedy_coloring(std::size_t count, std::span<const Neighbours> edges, int colours);

}  // namespace cartouche
