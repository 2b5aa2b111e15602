#pragma once
// Expressions as the SQL of a source, for what can be asked there with the same answer.
//
//   to_sql(e, SqlDialect::postgresql)             "emplois > 10" → ("emplois"::bigint > 10::bigint)
//   row_filter(e, SqlDialect::ogr, {"emplois"})   "emplois > 10 and fold(nom) = 'x'" → ("emplois" > 10)

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cartouche/expression/expression.h"
#include "cartouche/table/sql_dialect.h"

namespace cartouche {

/// The SQL that stands for a column; nothing for a column that the source does not have as it is.
using SqlColumns = std::function<std::optional<std::string>(const std::string& column)>;
/// The column's own name in double quotes.
std::optional<std::string> quoted_name(const std::string& column);
/// The text as a literal; nothing for one that the dialect cannot write.
std::optional<std::string> sql_literal(const std::string& text, SqlDialect dialect);

/// An expression that gives the same value in every row, missing values included; nothing where the dialect
/// has none (letter case, French formats, texts beyond ASCII in files …). Parameters become constants.
std::optional<std::string> to_sql(const Expression& expression, SqlDialect dialect,
                                  const SqlColumns& columns = quoted_name, const Parameters& parameters = {});

/// A condition that is true of every row of which `condition` is, from those of its parts joined by `and`
/// that the dialect understands; "" where it understands none. The rows that pass are to be asked again.
std::string row_filter(const Expression& condition, SqlDialect dialect,
                       const SqlColumns& columns = quoted_name, const Parameters& parameters = {});

/// The rows of which those parts of the condition joined by `and` are true that read nothing but columns of
/// the table: the others can be asked later, and row_filter() drops none of these rows.
std::vector<GeometryArray::Index> select_early(const Expression& condition, const Table& table,
                                               const Parameters& parameters = {});

/// Boolean columns that are true of every row of which the condition is: its parts joined by `and` that are
/// nothing but a column.
std::vector<std::string> required_columns(const Expression& condition);

}  // namespace cartouche
