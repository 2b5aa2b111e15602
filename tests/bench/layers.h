#pragma once
// The real boundaries that benchmarks run on, and points over them.

#include <string>
#include <vector>

#include "cartouche/geometry/geometry_array.h"

namespace cartouche::bench {

/// Polygons of geodata/NAME.fgb in the shared folder, in degrees; read once a run.
const GeometryArray& layer(const std::string& name);
/// Points spread evenly over the box, the same in each run.
std::vector<Point> uniform_points(const Box& box, std::size_t count);
/// Métropole and Corse in degrees: a third of it is sea or abroad, where the box of all EPCI is nearly all
/// sea.
inline constexpr Box kMetropole{{-5.2, 41.3}, {9.6, 51.1}};

}  // namespace cartouche::bench
