#include "groups.h"

#include <unordered_map>

#include "columns.h"

namespace cartouche::pipeline {
namespace {

// Length before each value, so that no two rows of values read alike.
std::string group_key(const std::vector<const Column*>& columns, std::size_t row, bool& is_empty) {
  std::string key;
  is_empty = true;
  for (const Column* column : columns) {
    const std::string text = column->text(row);
    is_empty = is_empty && text.empty();
    key += std::to_string(text.size()) + ':' + text;
  }
  return key;
}

}  // namespace

Groups group_rows(const Table& table, const std::vector<LocatedText>& by) {
  Groups groups;
  if (by.empty()) {
    groups.rows = all_rows(table.row_count());
    groups.group.assign(table.row_count(), 0);
    groups.first.push_back(table.row_count() > 0 ? 0 : Column::kNoRow);
    return groups;
  }
  std::vector<const Column*> columns;
  for (const LocatedText& name : by) columns.push_back(&table.column(name.value, name.where));
  std::unordered_map<std::string, Index> numbers;
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    bool is_empty = false;
    std::string key = group_key(columns, row, is_empty);
    if (is_empty) continue;
    const auto number = static_cast<Index>(numbers.size());
    const auto [entry, is_new] = numbers.emplace(std::move(key), number);
    if (is_new) groups.first.push_back(static_cast<Index>(row));
    groups.rows.push_back(static_cast<Index>(row));
    groups.group.push_back(entry->second);
  }
  return groups;
}

Table group_table(const Table& table, const std::vector<LocatedText>& by, const Groups& groups) {
  Table result(table.name());
  for (const LocatedText& name : by)
    result.set_column(table.column(name.value, name.where).take(groups.first));
  if (by.size() == 1) result.set_id_column(by.front().value);
  result.add_credits(table.credits());
  return result;
}

}  // namespace cartouche::pipeline
