#include "aggregates.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>

#include "cartouche/base/words.h"

namespace cartouche::pipeline {
namespace {

const std::array<std::string, 7> kFunctions{"count", "sum", "mean", "min", "max", "median", "list"};

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// Where the word `where` stands outside quotes and parentheses, or npos.
std::size_t find_where(std::string_view text) {
  constexpr std::string_view kWord = " where ";
  char quote = 0;
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quote) {
      if (c == quote) quote = 0;
    } else if (c == '\'' || c == '"') {
      quote = c;
    } else if (c == '(') {
      ++depth;
    } else if (c == ')') {
      --depth;
    } else if (depth == 0 && text.substr(i).starts_with(kWord)) {
      return i;
    }
  }
  return std::string_view::npos;
}

// The values of one group that are there.
std::vector<std::vector<double>> values_by_group(const Column& column, const Groups& groups,
                                                 const std::vector<std::uint8_t>& counts) {
  std::vector<std::vector<double>> values(groups.count());
  for (std::size_t i = 0; i < groups.rows.size(); ++i) {
    const double value = column.number(groups.rows[i]);
    if (counts[groups.rows[i]] && !std::isnan(value)) values[groups.group[i]].push_back(value);
  }
  return values;
}

double reduced(const std::string& function, std::vector<double>& values) {
  if (function == "sum") {
    double sum = 0;
    for (const double value : values) sum += value;
    return sum;
  }
  if (values.empty()) return std::numeric_limits<double>::quiet_NaN();
  if (function == "min") return *std::min_element(values.begin(), values.end());
  if (function == "max") return *std::max_element(values.begin(), values.end());
  if (function == "mean") {
    double sum = 0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
  }
  std::sort(values.begin(), values.end());
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

Column counts_by_group(const Aggregate& aggregate, const Column* values, const Groups& groups,
                       const std::vector<std::uint8_t>& counts, const std::string& name) {
  Column::Integers numbers(groups.count(), 0);
  std::vector<std::set<std::string>> distinct(aggregate.distinct ? groups.count() : 0);
  for (std::size_t i = 0; i < groups.rows.size(); ++i) {
    const Index row = groups.rows[i];
    if (!counts[row] || (values && !values->is_valid(row))) continue;
    if (aggregate.distinct && !distinct[groups.group[i]].insert(values->text(row)).second) continue;
    ++numbers[groups.group[i]];
  }
  return Column(name, std::move(numbers));
}

Column text_extremes(const Aggregate& aggregate, const Column& values, const Groups& groups,
                     const std::vector<std::uint8_t>& counts, const std::string& name) {
  std::vector<std::optional<std::string>> best(groups.count());
  for (std::size_t i = 0; i < groups.rows.size(); ++i) {
    const Index row = groups.rows[i];
    if (!counts[row] || !values.is_valid(row)) continue;
    auto& current = best[groups.group[i]];
    const std::string& text = values.texts()[row];
    if (!current || (aggregate.function == "min" ? text < *current : text > *current)) current = text;
  }
  Column column(name, Type::text);
  for (const auto& value : best) column.push_back(value ? Value(*value) : Value());
  return column;
}

Column lists_by_group(const Column& values, const Groups& groups, const std::vector<std::uint8_t>& counts,
                      const std::string& name) {
  std::vector<std::set<std::string>> parts(groups.count());
  for (std::size_t i = 0; i < groups.rows.size(); ++i) {
    const Index row = groups.rows[i];
    if (counts[row] && values.is_valid(row)) parts[groups.group[i]].insert(values.text(row));
  }
  Column column(name, Type::text);
  for (const std::set<std::string>& group : parts) {
    std::string text;
    for (const std::string& part : group) text += (text.empty() ? "" : "/") + part;
    column.push_back(group.empty() ? Value() : Value(std::move(text)));
  }
  return column;
}

// sum, min and max of whole numbers are whole numbers.
Column numbers_by_group(const Aggregate& aggregate, const Column& values, const Groups& groups,
                        const std::vector<std::uint8_t>& counts, const std::string& name) {
  auto by_group = values_by_group(values, groups, counts);
  const bool whole =
      values.type() == Type::integer && aggregate.function != "mean" && aggregate.function != "median";
  Column column(name, whole ? Type::integer : Type::real);
  for (std::vector<double>& group : by_group) {
    const double value = reduced(aggregate.function, group);
    if (std::isnan(value))
      column.push_missing();
    else if (whole)
      column.push_back(static_cast<std::int64_t>(value));
    else
      column.push_back(value);
  }
  return column;
}

// A part of the text, at its place: the byte `at` of it.
ExpressionText part_of(const LocatedText& text, std::string_view part, std::size_t at) {
  Location where = text.where;
  if (where.column > 0 && text.value.find('\n') == std::string::npos)
    where.column += static_cast<int>(utf8_length(std::string_view(text.value).substr(0, at)));
  return {std::string(part), where};
}

}  // namespace

Aggregate parse_aggregate(const LocatedText& text) {
  const std::string_view all = trimmed(text.value);
  const std::size_t open = all.find('(');
  if (open == std::string_view::npos || !all.ends_with(')'))
    throw usage_error(text.where, "'" + text.value + "' is no aggregate", "write sum(column) or count()");
  Aggregate aggregate;
  aggregate.function = trimmed(all.substr(0, open));
  if (std::find(kFunctions.begin(), kFunctions.end(), aggregate.function) == kFunctions.end())
    throw usage_error(text.where, "no aggregate '" + aggregate.function + "'",
                      suggestion(aggregate.function, kFunctions));
  // A space before, so that "count(where x)" has its condition found.
  std::string inside = " " + std::string(all.substr(open + 1, all.size() - open - 2));
  const std::size_t where = find_where(inside);
  if (where != std::string::npos) {
    const std::string condition(trimmed(std::string_view(inside).substr(where + 7)));
    aggregate.condition = part_of(text, condition, text.value.rfind(condition));
    inside.resize(where);
  }
  std::string_view value = trimmed(inside);
  if (value.starts_with("distinct ")) {
    aggregate.distinct = true;
    value = trimmed(value.substr(9));
  }
  if (!value.empty())
    aggregate.value = part_of(text, value, text.value.find(value, text.value.find('(') + 1));
  if (aggregate.distinct && (aggregate.function != "count" || !aggregate.value))
    throw usage_error(text.where, "'distinct' goes with count(distinct column)");
  if (aggregate.function != "count" && !aggregate.value)
    throw usage_error(text.where,
                      "'" + aggregate.function + "' of what? write " + aggregate.function + "(column)");
  return aggregate;
}

Column evaluate_aggregate(const Aggregate& aggregate, const LocatedText& text, const Table& table,
                          const Groups& groups, const Parameters& parameters, const std::string& name) {
  const Schema schema = Schema::of(table, parameters);
  std::vector<std::uint8_t> counts(table.row_count(), aggregate.condition ? 0 : 1);
  if (aggregate.condition)
    for (const Index row : Expression::compile(aggregate.condition->value, aggregate.condition->where, schema)
                               .select(table, parameters))
      counts[row] = 1;
  std::optional<Column> values;
  if (aggregate.value)
    values = Expression::compile(aggregate.value->value, aggregate.value->where, schema)
                 .evaluate(table, parameters);
  if (aggregate.function == "count")
    return counts_by_group(aggregate, values ? &*values : nullptr, groups, counts, name);
  if (aggregate.function == "list") return lists_by_group(*values, groups, counts, name);
  if (values->type() == Type::text) {
    if (aggregate.function == "min" || aggregate.function == "max")
      return text_extremes(aggregate, *values, groups, counts, name);
    throw usage_error(text.where,
                      "'" + aggregate.value->value + "' is text; " + aggregate.function + " needs numbers");
  }
  return numbers_by_group(aggregate, *values, groups, counts, name);
}

Column group_sums(const Column& column, const Groups& groups, const std::string& name,
                  const Location& where) {
  if (column.type() == Type::text)
    throw usage_error(where, "column '" + column.name() + "' is text; a sum needs numbers");
  const Aggregate sum{"sum", false, std::nullopt, std::nullopt};
  return numbers_by_group(sum, column, groups, std::vector<std::uint8_t>(column.size(), 1), name);
}

}  // namespace cartouche::pipeline
