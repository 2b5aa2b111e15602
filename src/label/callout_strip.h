#pragma once
// One strip seen along its axis: where boxes can stand in it, and what their leaders measure.

#include <array>
#include <cstdint>
#include <vector>

#include "cartouche/label/label.h"

namespace cartouche::label {

/// A set of requests, one bit each.
using Mask = std::uint32_t;

/// Boxes stand at the strip's edge that faces the map. Along the axis (y for left and right, x for top and
/// bottom) a box's place is `start of the strip + lengths and gaps of the boxes before it + step * slack`,
/// with whole steps that never decrease from one box to the next, so boxes never overlap and a strip without
/// any room to spare can still be filled.
class StripAxis {
 public:
  static constexpr int kPorts = 3;
  /// Requests, strip and obstacles must outlive it. `steps` divide the strip's length.
  StripAxis(const CalloutStrip& strip, const std::vector<CalloutRequest>& requests, double gap, int steps,
            const std::vector<CalloutObstacle>& obstacles);

  /// The box is no larger than the strip and its site lies on the strip's map side.
  bool takes(int request) const;
  /// Length along the axis of a box and the gap after it.
  double pitch(int request) const { return extent(request) + gap_; }
  /// The greatest step with which boxes of the given total pitch end within the strip; -1 = they never do.
  int last_step(double total_pitch) const;
  /// Start of a box along the axis.
  double position(double pitch_before, int step) const { return start_ + pitch_before + step * slack_; }

  Box box(int request, double position) const;
  /// Where a leader may leave the box: the point nearest to the site, then both ends of the edge.
  std::array<Point, kPorts> ports(int request, double position) const;
  /// Length of the shortest leader and, weighing a hundredth, how far the box stands from its site along the
  /// axis, so that of places with equal leaders the one beside the site is taken. Infinite where the box
  /// would cover a site or an obstacle, or no port has a leader clear of obstacles.
  double cost(int request, double position) const;

 private:
  double extent(int request) const;
  Point on_edge(double along) const;
  bool obstructed(int request, double position) const;

  const std::vector<CalloutRequest>& requests_;
  const std::vector<CalloutObstacle>& obstacles_;
  CalloutSide side_;
  Box strip_;
  bool vertical_;  // the axis is y
  double gap_, start_, end_, edge_, slack_;
  std::vector<Point> sites_within_;  // the only ones a box here can cover
};

double distance(Point a, Point b);

/// True where a leader meets an obstacle that stops it, other than those that hold its site.
bool meets_obstacle(Point port, Point site, const std::vector<CalloutObstacle>& obstacles);

}  // namespace cartouche::label
