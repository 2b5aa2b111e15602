#include "conflict_graph.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "box_grid.h"

namespace cartouche::label {
namespace {

std::size_t at(int i) {
  return static_cast<std::size_t>(i);
}

struct Usable {
  int request;
  int candidate;
  Box box;
  double gain;
  const std::vector<Box>* parts;  // of the candidate; empty: the box alone
};

bool parts_overlap(const std::vector<Box>& parts, const Box& box, double gap) {
  return std::any_of(parts.begin(), parts.end(), [&](const Box& part) { return overlap(part, box, gap); });
}

// Asked of places whose boxes overlap.
bool places_overlap(const Usable& a, const Usable& b, double gap) {
  if (a.parts->empty()) return b.parts->empty() || parts_overlap(*b.parts, a.box, gap);
  if (b.parts->empty()) return parts_overlap(*a.parts, b.box, gap);
  return std::any_of(a.parts->begin(), a.parts->end(),
                     [&](const Box& part) { return parts_overlap(*b.parts, part, gap); });
}

// Adds what the obstacles cost; false when one of them must not be touched.
bool pay_obstacles(const std::vector<LabelObstacle>& obstacles, const BoxGrid& grid, Usable& place) {
  bool free = true;
  grid.near(place.box, [&](int i) {
    const LabelObstacle& obstacle = obstacles[at(i)];
    if (!free || !overlap(place.box, obstacle.box)) return;
    if (!place.parts->empty() && !parts_overlap(*place.parts, obstacle.box, 0)) return;
    if (obstacle.weight < 0)
      free = false;
    else
      place.gain -= obstacle.weight;
  });
  return free;
}

std::vector<Usable> usable_places(const std::vector<LabelRequest>& requests,
                                  const std::vector<LabelObstacle>& given, const Box& page) {
  std::vector<LabelObstacle> obstacles;
  std::vector<Box> boxes;
  for (const LabelObstacle& obstacle : given)
    if (usable(obstacle.box)) {
      obstacles.push_back(obstacle);
      boxes.push_back(obstacle.box);
    }
  const BoxGrid grid(boxes, 0);
  std::vector<Usable> places;
  for (std::size_t r = 0; r < requests.size(); ++r) {
    const auto begin = static_cast<std::ptrdiff_t>(places.size());
    for (std::size_t c = 0; c < requests[r].candidates.size(); ++c) {
      const LabelCandidate& candidate = requests[r].candidates[c];
      Usable place{static_cast<int>(r), static_cast<int>(c), candidate.box,
                   requests[r].priority - candidate.cost, &candidate.parts};
      if (!usable(place.box) || (!page.empty() && !page.contains(place.box))) continue;
      if (!pay_obstacles(obstacles, grid, place)) continue;
      if (std::isfinite(place.gain) && place.gain > 0) places.push_back(place);
    }
    std::stable_sort(places.begin() + begin, places.end(),
                     [](const Usable& a, const Usable& b) { return a.gain > b.gain; });
  }
  return places;
}

// The largest gain becomes 2^40: a difference of 1e-12 of it still counts, and a million of them still add
// up.
void set_gains(const std::vector<Usable>& places, ConflictGraph& graph) {
  double largest = 0;
  for (const Usable& place : places) largest = std::max(largest, place.gain);
  for (const Usable& place : places)
    graph.gain.push_back(std::max<Gain>(1, std::llround(std::ldexp(place.gain / largest, 40))));
}

// Labels whose hulls come near each other, by label in ascending order. Comparing the hulls first, then the
// places of two labels in one run, is several times faster than a grid over all places.
std::vector<std::vector<int>> near_labels(const std::vector<Box>& hulls, double gap) {
  std::vector<int> label_of;
  std::vector<Box> boxes;
  for (std::size_t i = 0; i < hulls.size(); ++i)
    if (!hulls[i].empty()) {
      label_of.push_back(static_cast<int>(i));
      boxes.push_back(hulls[i]);
    }
  const BoxGrid grid(boxes, gap / 2);
  std::vector<std::vector<int>> near(hulls.size());
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    std::vector<int>& others = near[at(label_of[i])];
    grid.near(boxes[i].expanded(gap / 2), [&](int j) {
      if (static_cast<int>(i) != j && overlap(boxes[i], boxes[at(j)], gap)) others.push_back(label_of[at(j)]);
    });
    std::sort(others.begin(), others.end());
  }
  return near;
}

void set_conflicts(const std::vector<Usable>& places, double gap, ConflictGraph& graph) {
  std::vector<Box> boxes;
  std::vector<Box> hulls(at(graph.labels()));
  bool any_parts = false;
  for (const Usable& place : places) {
    any_parts = any_parts || !place.parts->empty();
    boxes.push_back(place.box);
    hulls[at(place.request)].extend(place.box);
  }
  const std::vector<std::vector<int>> near = near_labels(hulls, gap);
  graph.edge_begin.push_back(0);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Box& box = boxes[i];
    for (const int other : near[at(places[i].request)]) {
      if (!overlap(box, hulls[at(other)], gap)) continue;
      const int begin = graph.first[at(other)], end = graph.first[at(other) + 1];
      std::size_t count = graph.edges.size();
      const auto first_hit = static_cast<std::ptrdiff_t>(count);
      graph.edges.resize(count + at(end - begin));
      // Whether two places overlap is a coin toss to the processor: write always, count only the hits.
      for (int j = begin; j < end; ++j) {
        graph.edges[count] = j;
        count += overlap(box, boxes[at(j)], gap) ? 1 : 0;
      }
      graph.edges.resize(count);
      if (!any_parts) continue;
      const auto hits = graph.edges.end() - (static_cast<std::ptrdiff_t>(count) - first_hit);
      graph.edges.erase(std::remove_if(hits, graph.edges.end(),
                                       [&](int j) { return !places_overlap(places[i], places[at(j)], gap); }),
                        graph.edges.end());
    }
    graph.edge_begin.push_back(static_cast<int>(graph.edges.size()));
  }
}

}  // namespace

Gain total_gain(const ConflictGraph& graph, const Choice& choice) {
  Gain total = 0;
  for (const int place : choice)
    if (place != ConflictGraph::kNone) total += graph.gain[at(place)];
  return total;
}

ConflictGraph build_graph(const std::vector<LabelRequest>& requests,
                          const std::vector<LabelObstacle>& obstacles, const PlacementOptions& options) {
  const std::vector<Usable> places = usable_places(requests, obstacles, options.page);
  ConflictGraph graph;
  graph.first.assign(requests.size() + 1, 0);
  for (const Usable& place : places) {
    graph.label_of.push_back(place.request);
    graph.source.push_back(place.candidate);
    ++graph.first[at(place.request) + 1];
  }
  std::partial_sum(graph.first.begin(), graph.first.end(), graph.first.begin());
  set_gains(places, graph);
  set_conflicts(places, std::max(0.0, options.gap), graph);
  return graph;
}

}  // namespace cartouche::label
