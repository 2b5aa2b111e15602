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

}  // namespace cartouche
