#include "callout_strip.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "box_grid.h"
#include "segments.h"

namespace cartouche::label {
namespace {

// A box as long as its strip must fit in spite of rounding.
constexpr double kRounding = 1e-9;

}  // namespace

double distance(Point a, Point b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

bool meets_obstacle(Point port, Point site, const std::vector<CalloutObstacle>& obstacles) {
  return std::any_of(obstacles.begin(), obstacles.end(), [&](const CalloutObstacle& obstacle) {
    return obstacle.stops_leaders && !obstacle.box.contains(site) && meet({port, site}, obstacle.box);
  });
}

StripAxis::StripAxis(const CalloutStrip& strip, const std::vector<CalloutRequest>& requests, double gap,
                     int steps, const std::vector<CalloutObstacle>& obstacles)
    : requests_(requests),
      obstacles_(obstacles),
      side_(strip.side),
      strip_(strip.box),
      vertical_(strip.side == CalloutSide::left || strip.side == CalloutSide::right),
      gap_(std::max(0.0, gap)),
      start_(vertical_ ? strip.box.min.y : strip.box.min.x),
      end_(vertical_ ? strip.box.max.y : strip.box.max.x),
      edge_(side_ == CalloutSide::left    ? strip.box.max.x
            : side_ == CalloutSide::right ? strip.box.min.x
            : side_ == CalloutSide::top   ? strip.box.max.y
                                          : strip.box.min.y),
      slack_((end_ - start_) / steps) {
  for (const CalloutRequest& request : requests)
    if (strip_.expanded(1).contains(request.site)) sites_within_.push_back(request.site);
}

double StripAxis::extent(int request) const {
  const CalloutRequest& r = requests_[static_cast<std::size_t>(request)];
  return vertical_ ? r.height : r.width;
}

bool StripAxis::takes(int request) const {
  const CalloutRequest& r = requests_[static_cast<std::size_t>(request)];
  const double slack = kRounding * (1 + std::max(strip_.width(), strip_.height()));
  if (!(r.width <= strip_.width() + slack && r.height <= strip_.height() + slack)) return false;
  switch (side_) {
    case CalloutSide::left:
      return r.site.x > edge_;
    case CalloutSide::right:
      return r.site.x < edge_;
    case CalloutSide::top:
      return r.site.y > edge_;
    case CalloutSide::bottom:
      return r.site.y < edge_;
  }
  return false;
}

int StripAxis::last_step(double total_pitch) const {
  const double length = end_ - start_;
  const double room = length - (total_pitch - gap_);
  if (!(room >= -kRounding * (1 + length))) return -1;
  return room <= 0 || slack_ <= 0 ? 0 : static_cast<int>(std::floor(room / slack_));
}

Box StripAxis::box(int request, double position) const {
  const CalloutRequest& r = requests_[static_cast<std::size_t>(request)];
  switch (side_) {
    case CalloutSide::left:
      return {{edge_ - r.width, position}, {edge_, position + r.height}};
    case CalloutSide::right:
      return {{edge_, position}, {edge_ + r.width, position + r.height}};
    case CalloutSide::top:
      return {{position, edge_ - r.height}, {position + r.width, edge_}};
    case CalloutSide::bottom:
      return {{position, edge_}, {position + r.width, edge_ + r.height}};
  }
  return {};
}

Point StripAxis::on_edge(double along) const {
  return vertical_ ? Point{edge_, along} : Point{along, edge_};
}

std::array<Point, StripAxis::kPorts> StripAxis::ports(int request, double position) const {
  // Off the corners, where a leader would seem to continue the box's side.
  constexpr double kInset = 4;
  const double length = extent(request);
  const double inset = std::min(kInset, length / 4);
  const double first = position + inset, last = position + length - inset;
  const Point site = requests_[static_cast<std::size_t>(request)].site;
  const double nearest = std::clamp(vertical_ ? site.y : site.x, first, last);
  return {on_edge(nearest), on_edge(first), on_edge(last)};
}

bool StripAxis::obstructed(int request, double position) const {
  if (obstacles_.empty()) return false;
  const Box place = box(request, position);
  if (std::any_of(obstacles_.begin(), obstacles_.end(),
                  [&](const CalloutObstacle& obstacle) { return overlap(place, obstacle.box); }))
    return true;
  const Point site = requests_[static_cast<std::size_t>(request)].site;
  const auto leaves = ports(request, position);
  return std::all_of(leaves.begin(), leaves.end(),
                     [&](Point port) { return meets_obstacle(port, site, obstacles_); });
}

double StripAxis::cost(int request, double position) const {
  constexpr double kBeside = 0.01;
  const Box place = box(request, position);
  for (const Point& covered : sites_within_)
    if (place.contains(covered)) return std::numeric_limits<double>::infinity();
  if (obstructed(request, position)) return std::numeric_limits<double>::infinity();
  const Point site = requests_[static_cast<std::size_t>(request)].site;
  const double along = vertical_ ? site.y : site.x;
  return distance(ports(request, position)[0], site) +
         kBeside * std::abs(position + extent(request) / 2 - along);
}

}  // namespace cartouche::label
