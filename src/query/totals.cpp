#include "totals.h"

#include <algorithm>

namespace cartouche::query {
namespace {

// The table of the aggregates; no user's table has such a name.
const std::string kRows = "\nrows";

}  // namespace

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

void check_code(const Question& question, const Vocabulary& vocabulary) {
  if (!question.where.empty()) Expression::check(question.where, question.written.where, vocabulary);
  if (question.aggregates.empty()) return;
  for (const Total& total : parse_totals(question)) Query::check(total.text, total.where, vocabulary, kRows);
}

Query compile_total(const Total& total, const Table& plan, const Question& question) {
  return Query::compile(total.text, total.where, {{kRows, &plan}}, question.parameters, kRows);
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

RunningTotals::RunningTotals(const Table& plan, const Question& question, const std::vector<Total>& totals)
    : groups_(plan, question.group_by), parameters_(question.parameters) {
  for (const Total& total : totals) {
    names_.push_back(total.name);
    queries_.push_back(RunningQuery::compile(total.text, total.where, plan, parameters_));
  }
}

void RunningTotals::add(const Table& rows) {
  const std::vector<std::uint32_t> group_of = groups_.of(rows);
  for (RunningQuery& query : queries_) query.add(rows, group_of, groups_.size(), parameters_);
}

Table RunningTotals::result(const std::string& name) const {
  const std::vector<std::uint32_t> order = groups_.in_order();
  Table result(name);
  for (Column& column : groups_.keys(order)) result.set_column(std::move(column));
  if (result.columns().size() == 1) result.set_id_column(result.columns().front().name());
  for (std::size_t i = 0; i < queries_.size(); ++i) {
    std::vector<Value> values;
    for (const std::uint32_t group : order) values.push_back(queries_[i].value(group, parameters_));
    result.set_column(column_of(names_[i], values));
  }
  return result;
}

}  // namespace cartouche::query
