#pragma once
// Random pages for the tests of the placement, and what they are judged by: kept apart from the code under
// test on purpose, as plain loops over all pairs.

#include <algorithm>
#include <cmath>
#include <random>
#include <string>

#include "cartouche/label/label.h"

namespace cartouche::testing_label {

struct Instance {
  std::vector<LabelRequest> requests;
  std::vector<LabelObstacle> obstacles;
  PlacementOptions options;
};

/// std::uniform_real_distribution differs between libraries; this does not.
inline double uniform(std::mt19937_64& random, double from, double to) {
  return from + (to - from) * static_cast<double>(random() >> 11U) * 0x1p-53;
}

/// Labels of several sizes, priorities and costs on a page whose size keeps them crowded, with obstacles of
/// both kinds.
inline Instance crowded_page(std::uint64_t seed, int labels, int candidates, int obstacles) {
  std::mt19937_64 random(seed);
  Instance instance;
  const double side = 14 * std::sqrt(labels);
  instance.options.page = {{0, 0}, {side, side}};
  instance.options.gap = uniform(random, 0, 1);
  const auto random_box = [&](double width, double height) {
    const Point p{uniform(random, -4, side - 4), uniform(random, -4, side - 4)};
    return Box{p, {p.x + width, p.y + height}};
  };
  for (int i = 0; i < labels; ++i) {
    LabelRequest request{std::to_string(i), uniform(random, 1, 10), {}};
    const double width = uniform(random, 6, 20), height = uniform(random, 4, 9);
    for (int c = 0; c < candidates; ++c)
      request.candidates.push_back({random_box(width, height), uniform(random, 0, 3)});
    instance.requests.push_back(request);
  }
  for (int i = 0; i < obstacles; ++i)
    instance.obstacles.push_back(
        {random_box(3, 3), uniform(random, 0, 1) < 0.5 ? -1 : uniform(random, 0, 3)});
  return instance;
}

/// The classic benchmark: labels of 30 by 7 at four corners of random points on a page of 792 by 612
/// (Christensen, Marks, Shieber, ACM Transactions on Graphics 14(3), 1995).
inline Instance benchmark(int points, std::uint64_t seed) {
  std::mt19937_64 random(static_cast<std::uint64_t>(points) * 1000 + seed);
  Instance instance;
  instance.options.gap = 0;
  constexpr double kWidth = 30, kHeight = 7;
  for (int i = 0; i < points; ++i) {
    const double x = uniform(random, 0, 792), y = uniform(random, 0, 612);
    LabelRequest request{std::to_string(i), 1, {}};
    for (const Point corner :
         {Point{x, y - kHeight}, Point{x - kWidth, y - kHeight}, Point{x, y}, Point{x - kWidth, y}})
      request.candidates.push_back({{corner, {corner.x + kWidth, corner.y + kHeight}}, 0});
    instance.requests.push_back(request);
  }
  return instance;
}

inline bool too_near(const Box& a, const Box& b, double gap) {
  return a.max.x + gap > b.min.x && b.max.x + gap > a.min.x && a.max.y + gap > b.min.y &&
         b.max.y + gap > a.min.y;
}

/// What one placed label is worth; negative infinity where it may not stand.
inline double worth(const Instance& instance, std::size_t request, int candidate) {
  const LabelCandidate& place = instance.requests[request].candidates[static_cast<std::size_t>(candidate)];
  if (!instance.options.page.empty() && !instance.options.page.contains(place.box)) return -INFINITY;
  double worth = instance.requests[request].priority - place.cost;
  for (const LabelObstacle& obstacle : instance.obstacles)
    if (too_near(place.box, obstacle.box, 0))
      worth = obstacle.weight < 0 ? -INFINITY : worth - obstacle.weight;
  return worth;
}

inline double value(const Instance& instance, const Placement& placement) {
  double value = 0;
  for (std::size_t i = 0; i < placement.chosen.size(); ++i)
    if (placement.chosen[i] != Placement::kUnplaced) value += worth(instance, i, placement.chosen[i]);
  return value;
}

/// Empty when no two labels are too near and each may stand where it does, else what is wrong.
inline std::string first_fault(const Instance& instance, const Placement& placement) {
  const auto box = [&](std::size_t i) -> const Box& {
    return instance.requests[i].candidates[static_cast<std::size_t>(placement.chosen[i])].box;
  };
  if (placement.chosen.size() != instance.requests.size()) return "another number of labels";
  for (std::size_t i = 0; i < placement.chosen.size(); ++i) {
    if (placement.chosen[i] == Placement::kUnplaced) continue;
    if (!(worth(instance, i, placement.chosen[i]) > -INFINITY))
      return "label " + std::to_string(i) + " may not stand there";
    for (std::size_t j = 0; j < i; ++j)
      if (placement.chosen[j] != Placement::kUnplaced && too_near(box(i), box(j), instance.options.gap))
        return "labels " + std::to_string(j) + " and " + std::to_string(i) + " are too near";
  }
  return "";
}

/// The greatest value of all choices, by trying them all.
inline double best_value(const Instance& instance) {
  std::vector<Box> placed;
  const auto visit = [&](auto&& self, std::size_t request) -> double {
    if (request == instance.requests.size()) return 0;
    double best = self(self, request + 1);
    const auto& candidates = instance.requests[request].candidates;
    for (std::size_t c = 0; c < candidates.size(); ++c) {
      const double gain = worth(instance, request, static_cast<int>(c));
      const bool free = std::none_of(placed.begin(), placed.end(), [&](const Box& other) {
        return too_near(other, candidates[c].box, instance.options.gap);
      });
      if (!free || gain <= 0) continue;
      placed.push_back(candidates[c].box);
      best = std::max(best, gain + self(self, request + 1));
      placed.pop_back();
    }
    return best;
  };
  return visit(visit, 0);
}

}  // namespace cartouche::testing_label
