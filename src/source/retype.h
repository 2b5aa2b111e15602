#pragma once
// Columns of one type as another, where the user states it.

#include "cartouche/table/table.h"

namespace cartouche::source_internal {

/// The column with values of type `type`. Throws a data error at `file` naming the row for a value that does
/// not fit; `before` rows came before the column's first.
Column retyped(const Column& column, Type type, const std::string& file, std::size_t before = 0);

}  // namespace cartouche::source_internal
