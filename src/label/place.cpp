#include <algorithm>

#include "branch_and_bound.h"
#include "cartouche/label/label.h"
#include "conflict_graph.h"
#include "local_search.h"
#include "reduce.h"

namespace cartouche {
namespace label {
namespace {

std::size_t at(int i) {
  return static_cast<std::size_t>(i);
}

// Search nodes of a component that is to be solved exactly; one that needs more is left to the local search.
constexpr int kNodes = 20000;
// Iterations for each place of a component, up to PlacementOptions::iterations.
constexpr int kIterationsPerPlace = 20;

Choice solve(const ConflictGraph& part, const PlacementOptions& options) {
  const int iterations = std::min(options.iterations, kIterationsPerPlace * part.places());
  if (part.labels() > options.exact_size) return search_locally(part, options.seed, iterations);
  // A short search gives the exact one a good choice to start from.
  constexpr int kShort = 8;
  Choice choice = search_locally(part, options.seed, std::min(iterations, kShort * part.labels()));
  if (solve_exactly(part, kNodes, choice)) return choice;
  const Choice other = search_locally(part, options.seed, iterations);
  return total_gain(part, other) > total_gain(part, choice) ? other : choice;
}

}  // namespace
}  // namespace label

Placement place(const std::vector<LabelRequest>& requests, const std::vector<LabelObstacle>& obstacles,
                const PlacementOptions& options) {
  using namespace label;
  const ConflictGraph graph = build_graph(requests, obstacles, options);
  Placement placement;
  placement.chosen.assign(requests.size(), Placement::kUnplaced);
  for (const ConflictGraph& part : components(graph, undominated(graph))) {
    for (const int chosen : solve(part, options)) {
      if (chosen == ConflictGraph::kNone) continue;
      const int place = part.source[at(chosen)];
      placement.chosen[at(graph.label_of[at(place)])] = graph.source[at(place)];
    }
  }
  return placement;
}

}  // namespace cartouche
