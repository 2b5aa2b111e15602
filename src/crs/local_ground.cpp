#include "cartouche/crs/local_ground.h"

#include <cmath>

namespace cartouche {
namespace {

double metres_per_unit(const Crs& crs, const Transform& to_lon_lat, Point p) {
  // Long enough that rounding of the coordinates (1e-9 m) is lost in it, short enough that the scale of no
  // projection changes along it.
  const double half_step = crs.is_geographic() ? 0.0005 : 50 / crs.metres_per_unit();
  const Point west = to_lon_lat({p.x - half_step, p.y});
  const Point east = to_lon_lat({p.x + half_step, p.y});
  return geodesic_distance(west, east) / (2 * half_step);
}

double true_north(const Transform& to_lon_lat, Point p) {
  // As long as the step of the local scale, and as harmless.
  constexpr double kHalfStep = 0.0005;
  const Point place = to_lon_lat(p);
  const Point south = to_lon_lat.inverse({place.x, place.y - kHalfStep});
  const Point north = to_lon_lat.inverse({place.x, place.y + kHalfStep});
  return std::atan2(north.x - south.x, north.y - south.y);
}

}  // namespace

LocalGround local_ground(const Crs& crs, Point p) {
  const Transform to_lon_lat(crs, Crs::from_text("EPSG:4326"));
  return {metres_per_unit(crs, to_lon_lat, p), true_north(to_lon_lat, p)};
}

}  // namespace cartouche
