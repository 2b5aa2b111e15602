#pragma once
// A layer opened by OGR as a table.

#include "cartouche/source/source.h"

namespace cartouche::source_internal {

/// How the rows are read: whole columns where the fields allow it, or always feature by feature (for tests
/// and comparison; both give the same table).
enum class RowReading { batches, features };

/// The columns and the geometry that the options ask for; the geometry has the source's CRS, or none. Types
/// are the source's.
Table read_ogr(ReadOptions options, Diagnostics& diagnostics, RowReading reading = RowReading::batches);

}  // namespace cartouche::source_internal
