#pragma once

#include "step.h"

namespace cartouche::pipeline {

/// Rebuilds the table's invalid polygons and reports them with their rows; does nothing to other tables.
void repair_polygons(Table& table, const Location& where, Diagnostics& diagnostics);

}  // namespace cartouche::pipeline
