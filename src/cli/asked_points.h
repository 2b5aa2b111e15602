#pragma once
// What both ways to ask a question do with its points and its answer.

#include "cartouche/base/diagnostics.h"
#include "cartouche/table/table.h"

namespace cartouche::cli {

/// Notes how many points are asked, of which source, and who made them.
void note_points(std::size_t count, const std::vector<Credit>& credits, const std::string& source,
                 Diagnostics& diagnostics);

/// Moves the answer's geometry, where it has one, to the CRS named at `where`.
void move_to(const std::string& crs, const Location& where, Table& answer);

}  // namespace cartouche::cli
