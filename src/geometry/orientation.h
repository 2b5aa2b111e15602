#pragma once
// On which side of a line a point lies, decided without error.
//
// Shewchuk, Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric Predicates, Discrete &
// Computational Geometry 18(3), 1997: the determinant in doubles decides while it is larger than the bound of
// its own rounding error; else it is summed exactly as an expansion.

#include <cmath>

#include "cartouche/geometry/point.h"

namespace cartouche {

/// The sign of the determinant by exact arithmetic alone. Exact for coordinates that are 0 or between 1e-140
/// and 1e150 in magnitude: outside of that, products lose bits or overflow.
int exact_orientation(Point a, Point b, Point c);

/// +1 where c lies to the left of the line from a to b (y up), -1 to the right, 0 on it. Exact, as
/// exact_orientation() is. orientation(a, b, c) == orientation(b, c, a) == -orientation(b, a, c).
inline int orientation(Point a, Point b, Point c) {
  const double left = (a.x - c.x) * (b.y - c.y);
  const double right = (a.y - c.y) * (b.x - c.x);
  const double determinant = left - right;
  // ccwerrboundA of the paper: (3 + 16 ε) ε with ε = 2^-53.
  constexpr double kErrorBound = 3.3306690738754716e-16;
  const double bound = kErrorBound * (std::abs(left) + std::abs(right));
  if (determinant > bound) return 1;
  if (determinant < -bound) return -1;
  return exact_orientation(a, b, c);
}

}  // namespace cartouche
