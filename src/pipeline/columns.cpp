#include "columns.h"

#include <algorithm>
#include <iterator>

#include "cartouche/base/words.h"

namespace cartouche::pipeline {

std::vector<TakenColumn> read_take(const Node& node, const std::string& prefix) {
  std::vector<TakenColumn> taken;
  if (node.kind() == Node::Kind::map) {
    for (const auto& [column, name] : node.entries()) taken.push_back({column, name.text()});
  } else {
    for (const LocatedText& column : node.texts()) taken.push_back({column, prefix + column.value});
  }
  return taken;
}

std::vector<const Column*> columns_to_take(const std::vector<const Table*>& tables,
                                           const TakenColumn& taken) {
  std::vector<const Column*> columns;
  std::vector<std::string> known;
  bool is_found = false;
  for (const Table* table : tables) {
    columns.push_back(table->find(taken.column.value));
    is_found = is_found || columns.back() != nullptr;
    for (const Column& column : table->columns()) known.push_back(column.name());
  }
  if (is_found) return columns;
  const bool reversed = std::find(known.begin(), known.end(), taken.name) != known.end();
  throw usage_error(taken.column.where, "no column '" + taken.column.value + "' to take",
                    reversed ? "write take: { " + taken.name + ": " + taken.column.value +
                                   " }: first the column, then its new name"
                             : suggestion(taken.column.value, known));
}

Column taken_column(const Table& table, const TakenColumn& taken, const std::vector<Index>& rows) {
  Column column = columns_to_take({&table}, taken).front()->take(rows);
  column.rename(taken.name);
  return column;
}

void add_new_column(Table& table, Column column, const Location& where) {
  if (table.find(column.name()))
    throw usage_error(where, "table '" + table.name() + "' has a column '" + column.name() + "' already",
                      "take it under another name: take: { " + column.name() + ": new_name }");
  table.set_column(std::move(column));
}

void require_columns(const Table& table, const std::vector<LocatedText>& names) {
  for (const LocatedText& name : names) table.column(name.value, name.where);
}

std::vector<Index> all_rows(std::size_t count) {
  std::vector<Index> rows(count);
  for (std::size_t row = 0; row < count; ++row) rows[row] = static_cast<Index>(row);
  return rows;
}

Table without_rows(const Table& table, const std::vector<Index>& rows) {
  std::vector<Index> kept;
  const std::vector<Index> all = all_rows(table.row_count());
  std::set_difference(all.begin(), all.end(), rows.begin(), rows.end(), std::back_inserter(kept));
  return table.take(kept);
}

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::vector<std::string> first_few(std::vector<std::string> ids) {
  constexpr std::size_t kFew = 10;
  if (ids.size() > kFew) ids.resize(kFew);
  return ids;
}

}  // namespace cartouche::pipeline
