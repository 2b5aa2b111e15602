#include "totals.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace cartouche::query {
namespace {

using Index = GeometryArray::Index;

// The table of the aggregates; no user's table has such a name.
const std::string kRows = "\nrows";

// Orders values of one column: by number or code point, missing ones last.
bool before(const Value& a, const Value& b) {
  const bool a_missing = std::holds_alternative<std::monostate>(a);
  const bool b_missing = std::holds_alternative<std::monostate>(b);
  if (a_missing || b_missing) return !a_missing && b_missing;
  return a < b;
}

struct KeyOrder {
  bool operator()(const std::vector<Value>& a, const std::vector<Value>& b) const {
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), before);
  }
};
using Groups = std::map<std::vector<Value>, std::vector<Index>, KeyOrder>;

Groups grouped(const Table& rows, const std::vector<std::string>& by) {
  std::vector<const Column*> columns;
  for (const std::string& name : by) columns.push_back(&rows.column(name));
  Groups groups;
  if (by.empty()) {
    auto& all = groups[{}];
    for (std::size_t row = 0; row < rows.row_count(); ++row) all.push_back(static_cast<Index>(row));
    return groups;
  }
  std::vector<Value> key(columns.size());
  for (std::size_t row = 0; row < rows.row_count(); ++row) {
    for (std::size_t i = 0; i < columns.size(); ++i) key[i] = columns[i]->value(row);
    groups[key].push_back(static_cast<Index>(row));
  }
  return groups;
}

// Only what the totals can read: less to copy for each group.
Table without_unread(const Table& rows, const std::vector<Total>& totals) {
  Table read(rows.name());
  Column numbers("", Column::Booleans(rows.row_count(), 1));
  for (const Column& column : rows.columns())
    if (std::any_of(totals.begin(), totals.end(),
                    [&](const Total& total) { return total.text.find(column.name()) != std::string::npos; }))
      read.set_column(column);
  if (read.columns().empty()) read.set_column(std::move(numbers));
  if (rows.geometry()) read.set_geometry(*rows.geometry());
  return read;
}

Column key_column_of(const Table& rows, const std::string& name, std::size_t place, const Groups& groups) {
  Column column(name, rows.column(name).type());
  for (const auto& [key, members] : groups) column.push_back(key[place]);
  return column;
}

}  // namespace

Parameters parameters_of(const Question& question) {
  Parameters parameters;
  parameters.places = question.places;
  return parameters;
}

Column column_of(const std::string& name, const std::vector<Value>& values) {
  Type type = Type::real;
  bool known = false;
  for (const Value& value : values) {
    if (std::holds_alternative<std::monostate>(value)) continue;
    const auto found = static_cast<Type>(value.index() - 1);
    type = known && type != found ? Type::real : found;
    known = true;
  }
  Column column(name, type);
  column.reserve(values.size());
  for (const Value& value : values) column.push_back(value);
  return column;
}

std::vector<std::string> tables_asked_by(const Question& question) {
  std::vector<std::string> tables;
  if (!question.where.empty()) tables = Expression::tables_of(question.where, question.written.where);
  if (question.aggregates.empty()) return tables;
  for (const Total& total : parse_totals(question))
    for (std::string& table : Query::tables_of(total.text, total.where, kRows))
      if (table != kRows) tables.push_back(std::move(table));
  return tables;
}

Query compile_total(const Total& total, const Table& plan, const Question& question) {
  return Query::compile(total.text, total.where, {{kRows, &plan}}, parameters_of(question), kRows);
}

void check_totals(const Table& plan, const std::vector<std::string>& by, const std::vector<Total>& totals,
                  const Question& question) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < by.size(); ++i) {
    const Location where = Question::Written::place(question.written.group_by, i, "--group-by");
    plan.column(by[i], where);
    if (std::find(names.begin(), names.end(), by[i]) != names.end())
      throw usage_error(where, "column '" + by[i] + "' is named twice");
    names.push_back(by[i]);
  }
  for (const Total& total : totals) {
    compile_total(total, plan, question);
    if (std::find(names.begin(), names.end(), total.name) != names.end())
      throw usage_error(total.where, "two columns would be called '" + total.name + "'",
                        "name one otherwise: " + total.name + "(…) as NAME");
    names.push_back(total.name);
  }
}

Table totals(const Table& rows, const std::vector<std::string>& by, const std::vector<Total>& totals,
             const Question& question) {
  const Parameters parameters = parameters_of(question);
  const Groups groups = grouped(rows, by);
  const Table read = without_unread(rows, totals);
  std::vector<Query> queries;
  for (const Total& total : totals) queries.push_back(compile_total(total, read, question));
  std::vector<std::vector<Value>> values(totals.size());
  for (const auto& [key, members] : groups) {
    const Table own = by.empty() ? read : read.take(members);
    for (std::size_t i = 0; i < queries.size(); ++i)
      values[i].push_back(queries[i].evaluate({{kRows, &own}}, parameters).value);
  }
  Table result(rows.name());
  for (std::size_t i = 0; i < by.size(); ++i) result.set_column(key_column_of(rows, by[i], i, groups));
  for (std::size_t i = 0; i < totals.size(); ++i) result.set_column(column_of(totals[i].name, values[i]));
  if (by.size() == 1) result.set_id_column(by.front());
  result.add_credits(rows.credits());
  return result;
}

}  // namespace cartouche::query
