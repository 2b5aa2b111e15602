#pragma once
// Delimited text as a table.

#include "cartouche/source/source.h"

namespace cartouche::source_internal {

/// The columns the options ask for (all, or `columns` with x, y and id), typed; no geometry yet. Errors name
/// file, line and column.
Table read_csv(const ReadOptions& options, Diagnostics& diagnostics);

}  // namespace cartouche::source_internal
