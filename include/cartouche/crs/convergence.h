#pragma once
// Which way true north lies on a map.

#include "cartouche/crs/crs.h"

namespace cartouche {

/// The angle from the y axis of `crs` to the meridian through `p`, clockwise, in radians: minus the grid
/// convergence of surveyors. Measured along about 100 m of the meridian. NaN where p has no place on the
/// ground; at a pole, where every direction is south or north, that of the meridian p is numbered with.
double true_north(const Crs& crs, Point p);

}  // namespace cartouche
