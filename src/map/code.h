#pragma once
// The code of a project, run: which rows a `where` names, what a text says.

#include <optional>
#include <vector>

#include "cartouche/expression/expression.h"
#include "cartouche/project/walk.h"

namespace cartouche::map {

/// Names of columns, parameters and figures in the code, by its syntax alone; none of a question's totals.
std::vector<std::string> names_in(const project::CodeRef& code);
/// Names of the tables that it asks or counts.
std::vector<std::string> tables_in(const project::CodeRef& code);
/// Throws for the first word in it that cannot be right, whatever the data.
void check(const project::CodeRef& code, const Vocabulary& vocabulary);

/// Rows for which the filter is true, ascending; all rows without one. A usage error for a filter that is no
/// condition.
std::vector<GeometryArray::Index> rows_where(const Table& table,
                                             const std::optional<project::ExpressionText>& filter,
                                             const Parameters& parameters);

/// One value a row.
Column evaluate(const project::ExpressionText& expression, const Table& table, const Parameters& parameters);

/// A text over the rows of a table of this schema.
TextTemplate row_template(const project::RowTemplateText& text, const Schema& schema);

/// A text without a row, as printed.
std::string printed(const project::TemplateText& text, const Parameters& parameters);

}  // namespace cartouche::map
