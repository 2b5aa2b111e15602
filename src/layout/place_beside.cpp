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

void try_place(const WantedLabel& wanted, std::size_t form, Point centre, const LabelGround& ground,
               const CellSums& named, const CellSums& taken, Best& best) {
  const LabelForm& one = wanted.forms[form];
  const Box box{{centre.x - one.width / 2, centre.y - one.height / 2},
                {centre.x + one.width / 2, centre.y + one.height / 2}};
  const Point start = nearest_edge(box.expanded(kLeaderGap), wanted.anchor);
  const double length = std::hypot(start.x - wanted.anchor.x, start.y - wanted.anchor.y);
  const double lower = length + kCostForm * one.cost;
  if (lower >= best.cost || box.expanded(kLeaderGap).contains(wanted.anchor)) return;
  const double cost = lower + ground.cost(box) + kCostNamed * named.share(box) +
                      kCostLevel * std::abs(start.x - wanted.anchor.x) / std::max(length, 1.0);
  if (!(cost < best.cost) || taken.count(box.expanded(kLeaderGap)) > 0) return;
  if (taken.meets(start, wanted.anchor) || ground.meets(start, wanted.anchor)) return;
  best = {cost, {form, box, {start, wanted.anchor}}};
}

}  // namespace

std::optional<BesidePlace> place_beside(const WantedLabel& wanted, const LabelGround& ground,
                                        const CellSums& named, const CellSums& taken) {
  if (is_missing(wanted.anchor) || ground.meets(wanted.anchor, wanted.anchor)) return std::nullopt;
  Best best;
  for (std::size_t form = 0; form < wanted.forms.size(); ++form)
    for (double dy = -kReach; dy <= kReach; dy += kStep)
      for (double dx = -kReach; dx <= kReach; dx += kStep)
        try_place(wanted, form, {wanted.anchor.x + dx, wanted.anchor.y + dy}, ground, named, taken, best);
  if (!std::isfinite(best.cost)) return std::nullopt;
  return best.place;
}

}  // namespace cartouche::layout
