#pragma once
// Places from two columns of coordinates.

#include "cartouche/source/source.h"

namespace cartouche::source_internal {

/// Gives the table points made of its columns options.x and options.y (both real) in options.crs; a row
/// without one of the two has none. Throws a usage error where one of the three options is missing without
/// the others, a data error where most rows of a geographic system are no longitudes and latitudes. A warning
/// names the rows that are not when they are few, and says where the two columns look swapped: no row lies in
/// a French territory, and most would the other way round.
void place_points(Table& table, const ReadOptions& options, Diagnostics& diagnostics);

}  // namespace cartouche::source_internal
