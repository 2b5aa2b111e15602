#pragma once
// Makes a conflict graph smaller without losing the best choice.

#include <vector>

#include "conflict_graph.h"

namespace cartouche::label {

/// By place: 0 for a place that some best choice does without, because another place of its label gains as
/// much and excludes nothing more.
std::vector<char> undominated(const ConflictGraph& graph);

/// The connected parts of the graph that is left when only keep[place] != 0 stays, labels in ascending order;
/// labels without a place are in none. source = the place's number in `graph`.
std::vector<ConflictGraph> components(const ConflictGraph& graph, const std::vector<char>& keep);

}  // namespace cartouche::label
