#pragma once
// Rows of a table that share an id.

#include "cartouche/base/diagnostics.h"
#include "cartouche/table/table.h"

namespace cartouche::pipeline {

/// Warns of ids that stand on several rows of the table's id column (duplicate-ids): reports, ledgers and the
/// pages' ids name rows by it. Nothing of a table without one.
void report_duplicate_ids(const Table& table, const Location& where, Diagnostics& diagnostics);

}  // namespace cartouche::pipeline
