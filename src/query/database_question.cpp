#include <algorithm>

#include "cartouche/base/finding_codes.h"
#include "cartouche/geometry/wkt.h"
#include "database_sql.h"
#include "totals.h"

namespace cartouche::query {
namespace {

std::string hidden(const std::string& name, std::size_t number) {
  return kHidden + name + " " + std::to_string(number);
}

// The zones as the planning of `ask` knows them: columns, no rows.
std::vector<ReadySet> planned_sets(const std::vector<DatabaseZones>& zones, const Question& question,
                                   GeometryKind points) {
  std::vector<ReadySet> sets;
  for (const DatabaseZones& one : zones) {
    for (const ReadySet& other : sets)
      if (other.name == one.name)
        throw usage_error({}, "two sets of zones are called '" + one.name + "'",
                          "name them: --zones NAME=SOURCE");
    const Predicate predicate = one.predicate.value_or(question.predicate);
    check_kinds(one.name, one.rows.columns.geometry()->shapes.kind(), predicate, points);
    sets.push_back({one.name, one.rows.columns, {}, predicate});
  }
  return sets;
}

void refuse_what_sql_cannot(const Question& question) {
  if (!tables_asked_by(question).empty())
    throw usage_error(question.written.where, "spatial functions are not asked in the database",
                      "name the tables as --zones, or ask without --engine postgis");
}

std::string list_of(const std::vector<SelectedColumn>& columns, const std::string& separator) {
  std::string list;
  for (const SelectedColumn& column : columns)
    list += (list.empty() ? "" : separator) + column.sql + " as " + sql_name(column.name);
  return list;
}

// One aggregate over the rows of a group.
std::string sql_of(const QueryAggregate& aggregate) {
  using Kind = QueryAggregate::Kind;
  const std::string filter =
      aggregate.condition ? " filter (where " + sql_expression(*aggregate.condition, "") + ")" : "";
  if (!aggregate.argument) return "count(*)" + filter;
  std::string value = sql_expression(*aggregate.argument, "");
  const Type type = aggregate.argument->type();
  if (type == Type::boolean && aggregate.kind != Kind::count && aggregate.kind != Kind::count_distinct)
    value = "(" + value + ")::int";
  switch (aggregate.kind) {
    case Kind::count:
      return "count(" + value + ")" + filter;
    case Kind::count_distinct:
      return "count(distinct " + value + ")" + filter;
    case Kind::sum:
      return "coalesce(sum(" + value + ")" + filter + ", 0)::" + (type == Type::real ? "float8" : "bigint");
    case Kind::median:
      return "percentile_cont(0.5) within group (order by (" + value + ")::float8)" + filter;
    case Kind::min:
    case Kind::max:
      return std::string(aggregate.kind == Kind::min ? "min(" : "max(") + value +
             (type == Type::text ? " collate \"C\"" : "") + ")" + filter;
    case Kind::mean:
    case Kind::share:
      break;
  }
  return "avg((" + value + ")::float8)" + filter;
}

// A whole number of a hidden column, added over all rows.
std::size_t added(const Table& rows, const std::string& name) {
  double total = 0;
  const Column& column = rows.column(name);
  for (std::size_t row = 0; row < column.size(); ++row)
    if (column.is_valid(row)) total += column.number(row);
  return static_cast<std::size_t>(total);
}

// The columns of the answer before totals, over `placed` and the sets s0, s1 ….
std::vector<SelectedColumn> row_columns(const Table& points, const std::vector<ReadySet>& sets,
                                        const std::vector<Taken>& taken) {
  std::vector<SelectedColumn> columns;
  std::string any;
  const bool are_points = points.geometry()->shapes.kind() == GeometryKind::point;
  for (const Column& column : points.columns())
    columns.push_back({"p." + sql_name(column.name()), column.name()});
  for (std::size_t i = 0; i < sets.size(); ++i) {
    const std::string set = "s" + std::to_string(i);
    const std::string& name = sets[i].name;
    columns.push_back({set + ".keys", name});
    columns.push_back({"(" + set + ".keys is not null)", "dans_" + name});
    if (sets[i].measures())
      columns.push_back({"round(" + set + ".metres::numeric, 3)::float8", "distance_" + name});
    if (!are_points) columns.push_back({"coalesce(" + set + ".part, 0)", "part_" + name});
    std::size_t place = 0;
    for (const Taken& one : taken)
      if (one.set == i) columns.push_back({set + ".t" + std::to_string(place++), one.name});
    any += (any.empty() ? "" : " or ") + set + ".keys is not null";
  }
  columns.push_back({"(" + any + ")", kAnyColumn});
  columns.push_back({"p.\"cartouche cadre\"", kFrameColumn});
  return columns;
}

// Columns for messages: which rows have no place, lie in no territory or in several zones.
std::vector<SelectedColumn> noted_columns(std::size_t sets) {
  std::vector<SelectedColumn> columns{
      {"(p.\"cartouche place\" is null)::int", kHidden + "missing"},
      {"(p.\"cartouche place\" is not null and p.\"cartouche cadre\" is null)::int", kHidden + "outside"}};
  for (std::size_t i = 0; i < sets; ++i)
    columns.push_back({"s" + std::to_string(i) + ".several::int", hidden("several", i)});
  return columns;
}

}  // namespace

DatabaseQuestion::DatabaseQuestion(DatabaseRows points, std::vector<DatabaseZones> zones, Question question)
    : points_(std::move(points)), zones_(std::move(zones)), question_(std::move(question)) {
  if (zones_.empty()) throw usage_error({}, "no zones to ask of", "name them: --zones NAME=SOURCE");
  refuse_what_sql_cannot(question_);
  write();
}

void DatabaseQuestion::write() {
  const Table& columns = points_.columns;
  const std::vector<ReadySet> sets = planned_sets(zones_, question_, columns.geometry()->shapes.kind());
  const std::vector<Taken> taken = resolve_take(question_, columns, sets);
  const Table plan = planned_table(columns, sets, taken);
  std::string joins;
  for (std::size_t i = 0; i < zones_.size(); ++i) {
    std::vector<std::string> fields;
    for (const Taken& one : taken)
      if (one.set == i) fields.push_back(one.field);
    joins += sql_of_set({i, zones_[i], sets[i].predicate, question_.overlap, std::move(fields), points_.srid,
                         columns.geometry()->shapes.kind()});
  }
  std::vector<SelectedColumn> rows = row_columns(columns, sets, taken);
  for (const SelectedColumn& column : rows) names_.push_back(column.name);
  const std::vector<SelectedColumn> noted = noted_columns(sets.size());
  rows.insert(rows.end(), noted.begin(), noted.end());
  sql_ = sql_of_points(points_) + ",\nlignes as (\n  select " + list_of(rows, ",\n    ") +
         ",\n    p.\"cartouche place\", p.\"cartouche row\"\n  from placed p\n" + joins + ")\n";
  std::string where;
  if (!question_.where.empty())
    where = "where " + sql_expression(compile_condition(question_, plan, {}), "") + "\n";
  const bool sums = !question_.group_by.empty() || !question_.aggregates.empty();
  sql_ += sums ? totals_of(plan, where, noted) : rows_in_order(where, noted);
}

std::string DatabaseQuestion::rows_in_order(const std::string& where,
                                            const std::vector<SelectedColumn>& noted) const {
  std::string list;
  for (const std::string& name : names_) list += sql_name(name) + ", ";
  for (const SelectedColumn& column : noted) list += sql_name(column.name) + ", ";
  // Texts of 17 digits hold every coordinate to the last bit.
  return "select " + list + "ST_AsText(\"cartouche place\", 17) as \"cartouche place\"\nfrom lignes\n" +
         where + (points_.has_ctid ? "order by \"cartouche row\"" : "");
}

std::string DatabaseQuestion::totals_of(const Table& plan, const std::string& where,
                                        const std::vector<SelectedColumn>& noted) {
  const std::vector<Total> totals = parse_totals(question_);
  check_totals(plan, question_.group_by, totals, question_);
  std::string list, groups, order;
  for (const std::string& name : question_.group_by) {
    const bool is_text = plan.column(name).type() == Type::text;
    list += sql_name(name) + ", ";
    groups += (groups.empty() ? "group by " : ", ") + sql_name(name);
    order += (order.empty() ? "\norder by " : ", ") + sql_name(name) + (is_text ? " collate \"C\"" : "") +
             " nulls last";
  }
  std::size_t number = 0;
  for (const Total& total : totals) {
    total_names_.push_back(total.name);
    totals_.push_back(compile_total(total, plan, question_));
    for (const QueryAggregate& aggregate : totals_.back().aggregates())
      list += sql_of(aggregate) + " as " + sql_name(hidden("total", number++)) + ", ";
  }
  for (std::size_t i = 0; i < noted.size(); ++i)
    list +=
        (i == 0 ? "sum(" : ", sum(") + sql_name(noted[i].name) + ")::bigint as " + sql_name(noted[i].name);
  return "select " + list + "\nfrom lignes\n" + where + groups + order;
}

void DatabaseQuestion::note(const Table& rows, Diagnostics& diagnostics) const {
  const auto add = [&](const FindingCode& code, const std::string& column, const std::string& one,
                       const std::string& rest) {
    const std::size_t count = added(rows, column);
    if (count == 0) return;
    if (column.starts_with(kHidden + "several") && question_.overlap == Overlap::error)
      throw data_error({}, counted(count, one) + rest,
                       "--overlap all lists them, --overlap first takes the first by key");
    diagnostics.add(code, counted(count, one) + rest);
  };
  const std::string row = "row", of = " of '" + points_.columns.name() + "' ";
  add(finding("missing-coordinates"), kHidden + "missing", row, of + "without coordinates");
  add(finding("outside-territories"), kHidden + "outside", row, of + "in no French territory");
  for (std::size_t i = 0; i < zones_.size(); ++i)
    add(finding("several-zones"), hidden("several", i), row,
        of + "in several zones of '" + zones_[i].name + "'; counted once");
}

Table DatabaseQuestion::answer(const Table& rows, Diagnostics& diagnostics) const {
  note(rows, diagnostics);
  return totals_.empty() ? placed_rows(rows) : combined_totals(rows);
}

Table DatabaseQuestion::placed_rows(const Table& rows) const {
  Table answer(points_.columns.name());
  for (const std::string& name : names_) answer.set_column(rows.column(name));
  const Column& texts = rows.column(kHidden + "place");
  GeometryArray places(points_.columns.geometry()->shapes.kind());
  for (std::size_t row = 0; row < rows.row_count(); ++row) {
    if (texts.is_valid(row))
      append_wkt(places, texts.text(row));
    else
      places.add_missing();
  }
  answer.set_geometry({std::move(places), points_.columns.geometry()->crs});
  answer.set_id_column(points_.columns.id_column());
  return answer;
}

Table DatabaseQuestion::combined_totals(const Table& rows) const {
  Table answer(points_.columns.name());
  for (const std::string& name : question_.group_by) answer.set_column(rows.column(name));
  std::size_t number = 0;
  for (std::size_t i = 0; i < totals_.size(); ++i) {
    const std::size_t count = totals_[i].aggregates().size();
    std::vector<Value> values;
    for (std::size_t row = 0; row < rows.row_count(); ++row) {
      std::vector<Value> parts;
      for (std::size_t part = 0; part < count; ++part)
        parts.push_back(rows.column(hidden("total", number + part)).value(row));
      values.push_back(totals_[i].combine(parts));
    }
    answer.set_column(column_of(total_names_[i], values));
    number += count;
  }
  if (question_.group_by.size() == 1) answer.set_id_column(question_.group_by.front());
  return answer;
}

}  // namespace cartouche::query
