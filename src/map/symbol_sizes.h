#pragma once
// Symbols whose size says a number. Private to the module.

#include <span>
#include <string>
#include <vector>

#include "cartouche/map/layer.h"
#include "cartouche/project/size_by.h"

namespace cartouche::map {

/// Diameter in points of the symbol for `value`, which is `by.size` at `at`; 0 where the value is missing or
/// not above 0, or lies in no class. `area`: the area grows with the value. `flannery`: the radius grows with
/// its power 0.5716, as readers underrate large circles (Flannery, The Canadian Cartographer 8(2), 1971).
/// `linear`: the diameter grows with it. `classes`: one size a class.
double symbol_size(const project::SizeBy& by, double value, double at);

/// What the legend shows: the examples asked for, or three round values; the classes where sizes have them.
std::vector<SizeExample> size_examples(const project::SizeBy& by, std::span<const double> values, double at);

/// Gives each selected row of a layer its size, leaves out those that have none, and puts the greater first.
void size_rows(FeatureLayer& layer, const project::SizeBy& by, std::span<const double> values);

}  // namespace cartouche::map
