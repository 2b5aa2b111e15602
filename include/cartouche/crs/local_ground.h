#pragma once
// How a map lies on the ground around one of its places.

#include "cartouche/crs/crs.h"

namespace cartouche {

/// NaN where the place has none on the ground.
struct LocalGround {
  /// Ground metres per unit of distance of the system along x (the local scale that a scale bar must divide
  /// by), measured over about 100 m.
  double metres_per_unit = 0;
  /// The angle from the y axis to the meridian, clockwise, in radians: minus the grid convergence of
  /// surveyors. Measured along about 100 m of the meridian. At a pole, where every direction is south or
  /// north, that of the meridian the place is numbered with.
  double true_north = 0;
};

LocalGround local_ground(const Crs& crs, Point p);

}  // namespace cartouche
