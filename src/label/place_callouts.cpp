#include <algorithm>

#include "box_grid.h"
#include "callout_rotation.h"
#include "callout_search.h"
#include "callout_strip.h"
#include "cartouche/label/label.h"

namespace cartouche {
namespace {

bool covers_obstacle(const Box& box, const std::vector<CalloutObstacle>& obstacles) {
  return std::any_of(obstacles.begin(), obstacles.end(),
                     [&](const CalloutObstacle& obstacle) { return label::overlap(box, obstacle.box); });
}

}  // namespace

CalloutLayout place_callouts(const std::vector<CalloutRequest>& requests,
                             const std::vector<CalloutStrip>& strips, double gap,
                             const std::vector<CalloutObstacle>& obstacles) {
  // Subsets are enumerated: beyond a dozen that takes too long.
  constexpr std::size_t kMostSearched = 12;
  label::CalloutSearchOptions options;
  options.gap = gap;
  options.obstacles = obstacles;
  label::CalloutSolution solution;
  if (requests.size() <= kMostSearched) solution = label::search_callouts(requests, strips, options);
  if (solution.boxes.size() < requests.size()) {
    label::CalloutSolution other = label::rotate_callouts(requests, strips, options);
    if (other.boxes.size() > solution.boxes.size()) solution = std::move(other);
  }
  CalloutLayout layout;
  std::vector<char> placed(requests.size(), 0);
  for (std::size_t i = 0; i < solution.boxes.size(); ++i) {
    const label::PlacedBox& box = solution.boxes[i];
    const Point port = box.ports[static_cast<std::size_t>(solution.port[i])];
    // The construction for pages too large to search knows nothing of obstacles.
    if (covers_obstacle(box.box, obstacles) || label::meets_obstacle(port, box.site, obstacles)) continue;
    placed[static_cast<std::size_t>(box.request)] = 1;
    layout.places.push_back({box.request, box.strip, box.box, {port, box.site}});
  }
  std::sort(layout.places.begin(), layout.places.end(),
            [](const CalloutPlace& a, const CalloutPlace& b) { return a.request < b.request; });
  for (std::size_t i = 0; i < requests.size(); ++i)
    if (!placed[i]) layout.unplaced.push_back(static_cast<int>(i));
  return layout;
}

}  // namespace cartouche
