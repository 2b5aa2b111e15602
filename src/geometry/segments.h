#pragma once
// Do two segments meet? Filtered arithmetic: a definite no is exact; what rounding leaves open counts as a
// contact, so that callers err on the careful side. Private to this module.

#include <algorithm>
#include <cmath>

#include "cartouche/geometry/point.h"

namespace cartouche {

/// +1 where a, b, c turn left, −1 right, 0 where they are collinear or rounding cannot tell. The bound is
/// (3 + 16ε)ε of Shewchuk, Discrete & Computational Geometry 18, 1997, section 4.1.
inline int turn(Point a, Point b, Point c) {
  constexpr double kBound = 3.3306690738754716e-16;
  const double left = (a.x - c.x) * (b.y - c.y);
  const double right = (a.y - c.y) * (b.x - c.x);
  const double error = kBound * (std::abs(left) + std::abs(right));
  const double det = left - right;
  return det > error ? 1 : (det < -error ? -1 : 0);
}

/// True where segments ab and cd, which have no end in common, may share a point.
inline bool may_meet(Point a, Point b, Point c, Point d) {
  if (std::max(a.x, b.x) < std::min(c.x, d.x) || std::max(c.x, d.x) < std::min(a.x, b.x) ||
      std::max(a.y, b.y) < std::min(c.y, d.y) || std::max(c.y, d.y) < std::min(a.y, b.y)) {
    return false;
  }
  return turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0;
}

/// True where segments from p to a and from p to b may share more than p.
inline bool may_overlap(Point p, Point a, Point b) {
  return turn(p, a, b) == 0 && (a.x - p.x) * (b.x - p.x) + (a.y - p.y) * (b.y - p.y) > 0;
}

}  // namespace cartouche
