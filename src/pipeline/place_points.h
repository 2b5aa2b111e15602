#pragma once

#include <vector>

#include "step.h"

namespace cartouche::pipeline {

/// A point for each of the rows (Column::kNoRow: missing): the place itself, or the point of a polygon that
/// is farthest from its border. A usage error at `where` if the table has no points or polygons.
GeometryColumn points_of(const Table& places, const std::vector<Index>& rows, const Location& where);

}  // namespace cartouche::pipeline
