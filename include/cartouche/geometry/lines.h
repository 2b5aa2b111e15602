#pragma once
// Lines for drawing, by GEOS. Every function works on whole features and keeps their number and order.

#include "cartouche/geometry/geometry_array.h"

namespace cartouche {

/// Lines without the vertices that lie nearer than `tolerance` to what is left: Douglas, Peucker, The
/// Canadian Cartographer 10(2), 1973. Ends stay.
GeometryArray simplified_lines(const GeometryArray& lines, double tolerance);

/// Each line moved sideways: to the left of its direction where y points up (to the right where it points
/// down, as on a page) for a positive distance. Missing where nothing is left.
GeometryArray offset_lines(const GeometryArray& lines, double distance);

}  // namespace cartouche
