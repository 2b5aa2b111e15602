#pragma once
// Which fields of a source are read, and as what.

#include <optional>
#include <string>
#include <vector>

#include "cartouche/source/source.h"

namespace cartouche::source_internal {

/// Throws a usage error at options.asked_at that names the nearest field for an x, y, id, type or column that
/// the source has not. The program's own names for the fields of ADMIN EXPRESS count as there.
void check_names(const ReadOptions& options, const std::vector<std::string>& names);
/// Which of the fields to read: all, or those asked for with x, y, id and what their aliases are made from.
std::vector<bool> selected_columns(const ReadOptions& options, const std::vector<std::string>& names);
/// The type the options state for a field: that of `types`, real for x and y, text for a column of both or of
/// well-known text.
std::optional<Type> stated_type(const ReadOptions& options, const std::string& name);
/// Takes the columns out of `table` that were read for others only.
void drop_unasked(Table& table, const ReadOptions& options);

}  // namespace cartouche::source_internal
