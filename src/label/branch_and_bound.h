#pragma once
// The best choice in a small conflict graph, by branch and bound over the labels.

#include "conflict_graph.h"

namespace cartouche::label {

/// Improves `choice` (a valid one) to the best there is; false when `nodes` search nodes did not suffice, in
/// which case `choice` is the best one met. Bound: what is gained so far and, for every open label, the
/// best of its places that is still free. Branches on the open label with the fewest free places.
bool solve_exactly(const ConflictGraph& graph, int nodes, Choice& choice);

}  // namespace cartouche::label
