#include "cartouche/layout/spread.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <numeric>
#include <tuple>

namespace cartouche::layout {
namespace {

// Of a dot's size: nearer ones hide more than two thirds of one another.
constexpr double kSamePlace = 0.25;
// The nearest two places of the spiral are 1.54 units apart (the first and the fourth); dots that touch would
// read as one.
constexpr double kUnit = 1 / 1.5;
// The golden angle, π (3 − √5).
const double kGoldenAngle = std::numbers::pi * (3 - std::sqrt(5.0));

struct Group {
  Point at;
  std::vector<std::size_t> dots;
};

// Groups in the order of the ids; a grid of cells finds the groups near a dot.
class Grouping {
 public:
  explicit Grouping(double cell) : cell_(std::max(cell, 1e-6)) {}

  void add(const Dot& dot, std::size_t index) {
    const double reach = kSamePlace * dot.size;
    for (int dx = -1; dx <= 1; ++dx)
      for (int dy = -1; dy <= 1; ++dy) {
        const auto found = cells_.find({column(dot.at.x) + dx, column(dot.at.y) + dy});
        if (found == cells_.end()) continue;
        for (const std::size_t group : found->second) {
          const Point at = groups[group].at;
          if (std::hypot(at.x - dot.at.x, at.y - dot.at.y) >= reach) continue;
          groups[group].dots.push_back(index);
          return;
        }
      }
    cells_[{column(dot.at.x), column(dot.at.y)}].push_back(groups.size());
    groups.push_back({dot.at, {index}});
  }

  std::vector<Group> groups;

 private:
  long column(double x) const { return std::lround(std::floor(x / cell_)); }
  double cell_;
  std::map<std::pair<long, long>, std::vector<std::size_t>> cells_;
};

}  // namespace

SpreadDots spread(const std::vector<Dot>& dots, double within) {
  SpreadDots result;
  double largest = 0;
  for (const Dot& dot : dots) {
    result.places.push_back(dot.at);
    largest = std::max(largest, dot.size);
  }
  std::vector<std::size_t> order(dots.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::tie(dots[a].id, dots[a].at) < std::tie(dots[b].id, dots[b].at);
  });
  Grouping grouping(kSamePlace * largest);
  for (const std::size_t i : order) grouping.add(dots[i], i);
  for (const Group& group : grouping.groups) {
    if (group.dots.size() < 2) continue;
    double size = 0;
    for (const std::size_t i : group.dots) size = std::max(size, dots[i].size);
    for (std::size_t k = 0; k < group.dots.size(); ++k) {
      const double radius = kUnit * size * std::sqrt(static_cast<double>(k) + 0.5);
      const double angle = static_cast<double>(k) * kGoldenAngle;
      const std::size_t i = group.dots[k];
      result.places[i] = {group.at.x + radius * std::cos(angle), group.at.y + radius * std::sin(angle)};
      result.moved.push_back(i);
      const Point moved = result.places[i], from = dots[i].at;
      if (std::hypot(moved.x - from.x, moved.y - from.y) > within) result.ties.emplace_back(from, moved);
    }
  }
  std::sort(result.moved.begin(), result.moved.end());
  return result;
}

}  // namespace cartouche::layout
