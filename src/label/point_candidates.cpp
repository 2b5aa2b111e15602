#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "cartouche/label/label.h"

namespace cartouche {

std::vector<LabelCandidate> point_candidates(Point at, double symbol_radius, double width, double height,
                                             double distance) {
  const double straight = symbol_radius + distance;
  // The corner of a diagonal place is `distance` from the round edge, or clear of the symbol's own box.
  const double diagonal = std::max(straight / std::numbers::sqrt2, symbol_radius);
  // Each box is built from the edge that faces the symbol, so that no rounding makes it reach over that edge.
  struct Extent {
    double min, max;
  };
  const auto after = [](double edge, double length) { return Extent{edge, edge + length}; };
  const auto before = [](double edge, double length) { return Extent{edge - length, edge}; };
  const Extent middle_x = after(at.x - width / 2, width), middle_y = after(at.y - height / 2, height);
  const Extent east = after(at.x + diagonal, width), west = before(at.x - diagonal, width);
  const Extent south = after(at.y + diagonal, height), north = before(at.y - diagonal, height);
  const std::pair<Extent, Extent> places[] = {{east, north},
                                              {west, north},
                                              {east, south},
                                              {west, south},
                                              {after(at.x + straight, width), middle_y},
                                              {before(at.x - straight, width), middle_y},
                                              {middle_x, before(at.y - straight, height)},
                                              {middle_x, after(at.y + straight, height)}};
  std::vector<LabelCandidate> candidates;
  for (const auto& [x, y] : places)
    candidates.push_back({{{x.min, y.min}, {x.max, y.max}}, static_cast<double>(candidates.size())});
  return candidates;
}

}  // namespace cartouche
