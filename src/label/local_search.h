#pragma once
// A good choice in a conflict graph of any size, by iterated local search.

#include "conflict_graph.h"

namespace cartouche::label {

/// Starts from the greedy choice, then `iterations` times forces one place in, repairs, and keeps the result
/// or goes back. Stops early when every label has its best place. The same seed gives the same choice.
/// After Andrade, Resende, Werneck, "Fast local search for the maximum independent set problem", Journal of
/// Heuristics 18, 2012, with gains instead of counts.
Choice search_locally(const ConflictGraph& graph, std::uint64_t seed, int iterations);

}  // namespace cartouche::label
