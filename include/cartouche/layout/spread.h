#pragma once
// Dots of one place, drawn side by side instead of on top of one another. Lengths in points.

#include <string>
#include <utility>
#include <vector>

#include "cartouche/geometry/point.h"

namespace cartouche::layout {

struct Dot {
  std::string id;
  Point at;
  double size = 0;  ///< diameter
};

/// What one layer's dots became.
struct SpreadDots {
  std::vector<Point> places;                  ///< by dot
  std::vector<std::size_t> moved;             ///< dots, ascending
  std::vector<std::pair<Point, Point>> ties;  ///< true place → dot, of those moved farther than the bound
};

/// Dots nearer than a quarter of their size share a place: they are set around it on a sunflower's spiral
/// (Vogel, Mathematical Biosciences 44, 1979), in the order of their ids, so that no two of a place overlap.
/// Every dot is kept; a dot alone stays where it is. Depends on the dots alone, not on their order.
SpreadDots spread(const std::vector<Dot>& dots, double within);

}  // namespace cartouche::layout
