#include <algorithm>
#include <cmath>
#include <limits>

#include "area_labels.h"

namespace cartouche::layout {
namespace {

// How far beside its area a name may stand, points, and how fine its places lie.
constexpr double kReach = 110, kStep = 3;
// Costs in points of leader.
constexpr double kCostNamed = 160;  // all of it over areas with names
constexpr double kCostForm = 1.5;   // for each unit of the form's cost
constexpr double kCostLevel = 6;    // per half turn that the leader is off the horizontal or vertical
// Between the name and the start of its leader.
constexpr double kLeaderGap = 1;

struct Best {
  double cost = std::numeric_limits<double>::infinity();
  BesidePlace place;
};

Point nearest_edge(const Box& box, Point p) {
  return {std::clamp(p.x, box.min.x, box.max.x), std::clamp(p.y, box.min.y, box.max.y)};
}

// Where the leader ends: the anchor or, where a dot covers that, the nearest place beside the dot.
std::optional<Point> leader_end(Point anchor, const LabelGround& ground) {
  constexpr int kFurthest = 8;
  std::optional<Point> nearest;
  double least = std::numeric_limits<double>::infinity();
  for (int dy = -kFurthest; dy <= kFurthest; ++dy)
    for (int dx = -kFurthest; dx <= kFurthest; ++dx) {
      const Point p{anchor.x + dx, anchor.y + dy};
      const double distance = std::hypot(dx, dy);
      if (distance >= least || ground.meets(p, p)) continue;
      least = distance;
      nearest = p;
    }
  return nearest;
}

void try_place(const WantedLabel& wanted, std::size_t form, Point centre, Point end,
               const LabelGround& ground, const CellSums& named, const CellSums& taken, Best& best) {
  const LabelForm& one = wanted.forms[form];
  const Box box{{centre.x - one.width / 2, centre.y - one.height / 2},
                {centre.x + one.width / 2, centre.y + one.height / 2}};
  const Point start = nearest_edge(box.expanded(kLeaderGap), end);
  const double length = std::hypot(start.x - end.x, start.y - end.y);
  const double lower = length + kCostForm * one.cost;
  if (lower >= best.cost || box.expanded(kLeaderGap).contains(end)) return;
  const double cost = lower + ground.cost(box) + kCostNamed * named.share(box) +
                      kCostLevel * std::abs(start.x - end.x) / std::max(length, 1.0);
  if (!(cost < best.cost) || taken.count(box.expanded(kLeaderGap)) > 0) return;
  if (taken.meets(start, end) || ground.meets(start, end)) return;
  best = {cost, {form, box, {start, end}}};
}

}  // namespace

std::optional<BesidePlace> place_beside(const WantedLabel& wanted, const LabelGround& ground,
                                        const CellSums& named, const CellSums& taken) {
  if (is_missing(wanted.anchor)) return std::nullopt;
  const std::optional<Point> end = leader_end(wanted.anchor, ground);
  if (!end) return std::nullopt;
  Best best;
  for (std::size_t form = 0; form < wanted.forms.size(); ++form)
    for (double dy = -kReach; dy <= kReach; dy += kStep)
      for (double dx = -kReach; dx <= kReach; dx += kStep)
        try_place(wanted, form, {wanted.anchor.x + dx, wanted.anchor.y + dy}, *end, ground, named, taken,
                  best);
  if (!std::isfinite(best.cost)) return std::nullopt;
  return best.place;
}

}  // namespace cartouche::layout
