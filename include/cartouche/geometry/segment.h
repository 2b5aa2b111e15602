#pragma once
// The distance between a point and a straight segment in the plane.

#include <algorithm>

#include "cartouche/geometry/point.h"

namespace cartouche {

/// The square of the distance from `p` to the nearest point of the segment from `a` to `b`, which may be one
/// point. Squared, because most callers compare and need no root.
inline double squared_distance_to_segment(Point p, Point a, Point b) {
  const double dx = b.x - a.x, dy = b.y - a.y, px = p.x - a.x, py = p.y - a.y;
  const double length2 = dx * dx + dy * dy;
  const double foot = length2 > 0 ? std::clamp((px * dx + py * dy) / length2, 0.0, 1.0) : 0;
  // Seen from `a`, so that large coordinates do not cost digits.
  const double ex = px - foot * dx, ey = py - foot * dy;
  return ex * ex + ey * ey;
}

}  // namespace cartouche
