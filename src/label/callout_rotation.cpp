#include "callout_rotation.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace cartouche::label {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();

std::size_t at(int i) {
  return static_cast<std::size_t>(i);
}

class Rotation {
 public:
  Rotation(const std::vector<CalloutRequest>& requests, const std::vector<CalloutStrip>& strips,
           const CalloutSearchOptions& options)
      : requests_(requests), options_(options), members_(strips.size()), pitch_(strips.size(), 0) {
    for (const CalloutStrip& strip : strips)
      axes_.emplace_back(strip, requests, options.gap, options.steps, options_.obstacles);
  }

  CalloutSolution run() {
    share_out();
    CalloutSolution solution;
    for (std::size_t strip = 0; strip < axes_.size(); ++strip) {
      std::vector<int> members = members_[strip];
      while (!members.empty() && !add_strip(strip, members, solution))
        members.erase(farthest(strip, members));
    }
    return solution;
  }

 private:
  double reach(std::size_t strip, int request) const {
    const StripAxis& axis = axes_[strip];
    double least = kInfinite;
    for (int step = 0; step <= axis.last_step(axis.pitch(request)); ++step)
      least = std::min(least, axis.cost(request, axis.position(0, step)));
    return least;
  }

  // Each request, those with the shortest way first, goes to the nearest strip that still has room.
  void share_out() {
    std::vector<std::tuple<double, int, std::size_t>> ways;
    for (int request = 0; request < static_cast<int>(requests_.size()); ++request)
      for (std::size_t strip = 0; strip < axes_.size(); ++strip)
        if (axes_[strip].takes(request)) ways.emplace_back(reach(strip, request), request, strip);
    std::sort(ways.begin(), ways.end());
    std::vector<char> shared(requests_.size(), 0);
    for (const auto& [way, request, strip] : ways) {
      const double pitch = pitch_[strip] + axes_[strip].pitch(request);
      if (shared[at(request)] || way == kInfinite || axes_[strip].last_step(pitch) < 0) continue;
      shared[at(request)] = 1;
      pitch_[strip] = pitch;
      members_[strip].push_back(request);
    }
  }

  std::vector<int>::iterator farthest(std::size_t strip, std::vector<int>& members) const {
    return std::max_element(members.begin(), members.end(),
                            [&](int a, int b) { return reach(strip, a) < reach(strip, b); });
  }

  // Adds the strip's boxes at the start that gives the shortest leaders; false when none gives any.
  bool add_strip(std::size_t strip, const std::vector<int>& members, CalloutSolution& solution) const {
    const StripAxis& axis = axes_[strip];
    double pitch = 0;
    for (const int request : members) pitch += axis.pitch(request);
    double best = kInfinite;
    CalloutSolution extended;
    for (int step = 0; step <= axis.last_step(pitch); ++step) {
      std::vector<PlacedBox> boxes = solution.boxes;
      stack(strip, members, step, boxes);
      const std::optional<Leaders> leaders = lead(boxes, options_.gap, options_.obstacles);
      if (!leaders || leaders->length >= best) continue;
      best = leaders->length;
      extended = {std::move(boxes), leaders->port, best};
    }
    if (best == kInfinite) return false;
    solution = std::move(extended);
    return true;
  }

  void stack(std::size_t strip, std::vector<int> left, int step, std::vector<PlacedBox>& boxes) const {
    const StripAxis& axis = axes_[strip];
    double pitch = 0;
    while (!left.empty()) {
      const double position = axis.position(pitch, step);
      const auto next = std::min_element(left.begin(), left.end(), [&](int a, int b) {
        return bearing(axis, a, position) < bearing(axis, b, position);
      });
      const int request = *next;
      boxes.push_back({request, static_cast<int>(strip), requests_[at(request)].site,
                       axis.box(request, position), axis.ports(request, position)});
      pitch += axis.pitch(request);
      left.erase(next);
    }
  }

  // Grows with the angle between the strip's axis, backwards, and the leader from the first end of the box;
  // of sites in one line, the nearer comes first.
  std::tuple<double, double> bearing(const StripAxis& axis, int request, double position) const {
    const auto ports = axis.ports(request, position);
    const Point from = ports[1], forward{ports[2].x - from.x, ports[2].y - from.y};
    const Point to_site{requests_[at(request)].site.x - from.x, requests_[at(request)].site.y - from.y};
    const double length = distance(from, requests_[at(request)].site);
    const double scale = length * distance(ports[1], ports[2]);
    return {scale > 0 ? (forward.x * to_site.x + forward.y * to_site.y) / scale : 0, length};
  }

  const std::vector<CalloutRequest>& requests_;
  CalloutSearchOptions options_;
  std::vector<StripAxis> axes_;
  std::vector<std::vector<int>> members_;  // by strip
  std::vector<double> pitch_;              // by strip
};

}  // namespace

CalloutSolution rotate_callouts(const std::vector<CalloutRequest>& requests,
                                const std::vector<CalloutStrip>& strips,
                                const CalloutSearchOptions& options) {
  if (requests.empty() || strips.empty()) return {};
  return Rotation(requests, strips, options).run();
}

}  // namespace cartouche::label
