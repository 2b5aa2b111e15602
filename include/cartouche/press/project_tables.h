#pragma once
// The tables of a project, for commands that draw nothing.

#include "cartouche/pipeline/pipeline.h"

namespace cartouche::press {

/// Reads sources of the project with their credits and ids. Refers to the project.
ReadSource reader_of(const project::Project& project);

/// Where a row of this id stands in the table (Table::row_id), or none.
std::optional<std::size_t> row_of(const Table& table, const std::string& id);

}  // namespace cartouche::press
