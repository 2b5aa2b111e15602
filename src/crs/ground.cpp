#include <geodesic.h>

#include <cmath>

#include "cartouche/crs/crs.h"

namespace cartouche {

double geodesic_distance(Point a, Point b) {
  if (is_missing(a) || is_missing(b)) return std::nan("");
  // Axes of WGS 84: NGA.STND.0036, 2014, table 3.1.
  geod_geodesic ellipsoid{};
  geod_init(&ellipsoid, 6378137.0, 1 / 298.257223563);
  double metres = 0;
  geod_inverse(&ellipsoid, a.y, a.x, b.y, b.x, &metres, nullptr, nullptr);
  return metres;
}

double ground_metres_per_unit(const Crs& crs, Point p) {
  const Transform to_lon_lat(crs, Crs::from_text("EPSG:4326"));
  // Long enough that rounding of the coordinates (1e-9 m) is lost in it, short enough that the scale of no
  // projection changes along it.
  const double half_step = crs.is_geographic() ? 0.0005 : 50 / crs.metres_per_unit();
  const Point west = to_lon_lat({p.x - half_step, p.y});
  const Point east = to_lon_lat({p.x + half_step, p.y});
  return geodesic_distance(west, east) / (2 * half_step);
}

}  // namespace cartouche
