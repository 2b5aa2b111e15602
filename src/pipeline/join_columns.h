#pragma once
// Columns and geometry that a join brings from the tables of its levels.

#include <vector>

#include "columns.h"
#include "join_match.h"

namespace cartouche::pipeline {

/// Adds the taken columns to `left`. A column that only some levels' tables have is missing for rows of the
/// others; one that none has is a usage error.
void take_columns(Table& left, const std::vector<JoinLevel>& levels, const JoinMatches& matches,
                  const std::vector<TakenColumn>& take, const StepContext& context);

/// The geometry of the matched rows, in the CRS of the first level's table; missing for the others.
GeometryColumn joined_geometry(const std::vector<JoinLevel>& levels, const JoinMatches& matches,
                               const StepContext& context);

}  // namespace cartouche::pipeline
