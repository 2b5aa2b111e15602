#pragma once
// The spatial functions of expressions, answered by the engine of `ask`.

#include <memory>

#include "cartouche/expression/spatial.h"

namespace cartouche::query {

/// Zones of one table are ordered by key (the table's id column, else its first column that names every row)
/// and kept ready for the next question. An empty table is met by nothing.
std::shared_ptr<const SpatialEngine> make_spatial_engine();

}  // namespace cartouche::query
