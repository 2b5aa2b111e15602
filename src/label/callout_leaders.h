#pragma once
// Leaders for boxes that already have their places.

#include <optional>
#include <vector>

#include "callout_strip.h"

namespace cartouche::label {

/// A box in its place with the points its leader may start from.
struct PlacedBox {
  int request;
  int strip;
  Point site;
  Box box;
  std::array<Point, StripAxis::kPorts> ports;
};

struct Leaders {
  std::vector<int> port;  ///< by box: the number of the port taken
  double length = 0;      ///< of all leaders together
};

/// The shortest leaders that meet neither each other nor a box nor an obstacle, or nothing when there are
/// none or the boxes overlap. Leaders of one and the same site may meet there.
std::optional<Leaders> lead(const std::vector<PlacedBox>& boxes, double gap,
                            const std::vector<CalloutObstacle>& obstacles);

}  // namespace cartouche::label
