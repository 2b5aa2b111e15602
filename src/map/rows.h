#pragma once
// Which rows of a table a `where` of the project names.

#include <optional>
#include <vector>

#include "cartouche/expression/expression.h"
#include "cartouche/project/node.h"

namespace cartouche::map {

/// Rows for which the filter is true, ascending; all rows without one. A usage error for a filter that is no
/// condition.
std::vector<GeometryArray::Index> rows_where(const Table& table,
                                             const std::optional<project::LocatedText>& filter,
                                             const Parameters& parameters);

}  // namespace cartouche::map
