#pragma once
// How finely a path is written.

#include "cartouche/geometry/path.h"

namespace cartouche::backend {

/// True for the long outlines of maps: straight lines, many vertices, wider than a marker. Their places are
/// written in tenths of a point, which moves no vertex by a whole dot of 1200 dpi (0.06 pt); everything else
/// keeps hundredths, so that small regular shapes stay regular.
bool is_long_outline(const Path& path);

/// Without the vertices that lie within `tolerance` of the line between those that stay (Douglas and Peucker,
/// "Algorithms for the reduction of the number of points required to represent a digitized line", 1973).
/// A ring keeps at least three. Cubics stay as they are.
Path thinned(const Path& path, double tolerance);

}  // namespace cartouche::backend
