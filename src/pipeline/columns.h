#pragma once
// Columns taken from one table into another, and messages about rows.

#include <optional>
#include <string>
#include <vector>

#include "cartouche/table/row_label.h"
#include "step.h"

namespace cartouche::pipeline {

/// One column to take, and its name in the table that takes it.
struct TakenColumn {
  LocatedText column;
  std::string name;
};

/// `take: [a, b]` or `take: { a: new_name }`; with a list, `prefix` goes before each name.
std::vector<TakenColumn> read_take(const Node& node, const std::string& prefix);

/// The column in each of the tables (null where one lacks it); a usage error where all lack it.
std::vector<const Column*> columns_to_take(const std::vector<const Table*>& tables, const TakenColumn& taken);
/// Rows of one column under its new name.
Column taken_column(const Table& table, const TakenColumn& taken, const std::vector<Index>& rows);

/// Adds the column; a usage error at `where` if the table has one of this name.
void add_new_column(Table& table, Column column, const Location& where);

/// Throws a usage error at each name's place that is no column of the table.
void require_columns(const Table& table, const std::vector<LocatedText>& names);

/// The rows 0 … count-1.
std::vector<Index> all_rows(std::size_t count);

/// The table less some rows, given in ascending order.
Table without_rows(const Table& table, const std::vector<Index>& rows);

/// "1 row", "3 rows".
std::string counted(std::size_t count, const std::string& one, const std::string& many);

/// The first few of a long list of ids; enough to find the others.
std::vector<std::string> first_few(std::vector<std::string> ids);

}  // namespace cartouche::pipeline
