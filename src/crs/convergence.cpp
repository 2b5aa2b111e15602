#include "cartouche/crs/convergence.h"

#include <cmath>

namespace cartouche {

double true_north(const Crs& crs, Point p) {
  const Crs degrees = Crs::from_text("EPSG:4326");
  const Point place = Transform(crs, degrees)(p);
  // As long as the step of the local scale, and as harmless.
  constexpr double kHalfStep = 0.0005;
  const Transform back(degrees, crs);
  const Point south = back({place.x, place.y - kHalfStep});
  const Point north = back({place.x, place.y + kHalfStep});
  return std::atan2(north.x - south.x, north.y - south.y);
}

}  // namespace cartouche
