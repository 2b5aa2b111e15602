#pragma once
// The placement question without geometry: labels with places, each place with a gain, and pairs of places
// that exclude each other. Two places of one label exclude each other without an edge.

#include <cstdint>
#include <vector>

#include "cartouche/label/label.h"

namespace cartouche::label {

/// Gains are whole numbers, so that sums are exact and do not depend on their order.
using Gain = std::int64_t;

struct ConflictGraph {
  static constexpr int kNone = -1;

  std::vector<int> label_of;    ///< by place
  std::vector<int> source;      ///< by place: its number in the graph or request list this one was made from
  std::vector<Gain> gain;       ///< by place; > 0
  std::vector<int> first;       ///< by label, and one more: its places are [first[l], first[l + 1])
  std::vector<int> edge_begin;  ///< by place, and one more: its conflicts, into edges, in ascending order
  std::vector<int> edges;

  int labels() const { return static_cast<int>(first.size()) - 1; }
  int places() const { return static_cast<int>(label_of.size()); }
};

/// A range of the conflicts of one place.
struct Conflicts {
  const int* from;
  const int* to;
  const int* begin() const { return from; }
  const int* end() const { return to; }
};
inline Conflicts conflicts(const ConflictGraph& graph, int place) {
  const int* edges = graph.edges.data();
  const auto p = static_cast<std::size_t>(place);
  return {edges + graph.edge_begin[p], edges + graph.edge_begin[p + 1]};
}

/// A choice: by label, the place taken or ConflictGraph::kNone.
using Choice = std::vector<int>;

Gain total_gain(const ConflictGraph& graph, const Choice& choice);

/// The graph of the candidates that can be used: inside the page, clear of the obstacles that must not be
/// touched, and worth their cost. Places of a label stand in descending gain, ties in the order of the
/// request. source = the candidate's number within its request.
ConflictGraph build_graph(const std::vector<LabelRequest>& requests,
                          const std::vector<LabelObstacle>& obstacles, const PlacementOptions& options);

}  // namespace cartouche::label
