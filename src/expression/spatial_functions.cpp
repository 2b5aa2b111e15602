#include "spatial_functions.h"

#include <algorithm>
#include <array>

#include "cartouche/base/words.h"

namespace cartouche::expression {
namespace {

using Kind = SpatialCall::Kind;
using Gives = SpatialFunction::Gives;

constexpr std::array kFunctions = {
    SpatialFunction{"within", "within(table)", Kind::within, Gives::boolean, false, false},
    SpatialFunction{"intersects", "intersects(table)", Kind::intersects, Gives::boolean, false, false},
    SpatialFunction{"dwithin", "dwithin(table, metres)", Kind::near, Gives::boolean, true, true},
    SpatialFunction{"distance", "distance(table)", Kind::near, Gives::metres, false, false},
    SpatialFunction{"zone", "zone(table, column)", Kind::within, Gives::column, false, false},
    SpatialFunction{"nearest", "nearest(table, column[, metres])", Kind::near, Gives::column, false, true},
};

std::vector<std::string> columns_of(const Table& table) {
  std::vector<std::string> names;
  for (const Column& column : table.columns()) names.push_back(column.name());
  return names;
}

Range name_of(const Syntax& call) {
  return {call.range.begin, call.range.begin + call.text.size()};
}

class Checker {
 public:
  Checker(const SourceText& source, const Syntax& syntax, const SpatialFunction& function,
          const Schema& schema)
      : source_(source), syntax_(syntax), function_(function), schema_(schema), name_(name_of(syntax)) {}

  SpatialAsk run() const {
    check_spatial_arguments(source_, syntax_, function_);
    const Table& zones = table();
    check_kinds(zones);
    SpatialAsk ask{&function_, word(0), "", Type::boolean};
    if (function_.gives == Gives::metres) ask.type = Type::real;
    if (!function_.takes_column()) return ask;
    const Column* column = zones.find(word(1));
    if (!column)
      throw source_.error(argument(1).range, "'" + word(0) + "' has no column '" + word(1) + "'",
                          suggestion(word(1), columns_of(zones)));
    ask.column = column->name();
    ask.type = column->type();
    return ask;
  }

 private:
  const Syntax& argument(std::size_t i) const { return *syntax_.children[i]; }
  const std::string& word(std::size_t i) const { return argument(i).text; }
  std::string quoted_name() const { return "'" + std::string(function_.name) + "'"; }

  const Table& table() const {
    if (!schema_.places || !schema_.places->engine)
      throw source_.error(name_, quoted_name() + " cannot be asked here: no tables are in reach");
    const Tables& tables = schema_.places->tables;
    const auto found = tables.find(word(0));
    if (found != tables.end()) return *found->second;
    std::vector<std::string> names;
    for (const auto& [name, zones] : tables)
      if (zones->geometry()) names.push_back(name);
    throw source_.error(argument(0).range, "no table '" + word(0) + "'", suggestion(word(0), names));
  }

  void check_kinds(const Table& zones) const {
    if (!schema_.geometry) throw no_place_to_ask(source_, syntax_);
    if (!zones.geometry())
      throw source_.error(argument(0).range, "the rows of '" + word(0) + "' have no geometry");
    const bool measures = function_.kind == Kind::near;
    if (measures && schema_.geometry != GeometryKind::point)
      throw source_.error(name_, "distances are asked of points only, not of lines or polygons",
                          "ask within or intersects");
    if (!measures && zones.geometry()->shapes.kind() != GeometryKind::polygon)
      throw source_.error(argument(0).range,
                          "the rows of '" + word(0) + "' have no inside: they are no polygons",
                          "ask dwithin, distance or nearest");
  }

  const SourceText& source_;
  const Syntax& syntax_;
  const SpatialFunction& function_;
  const Schema& schema_;
  Range name_;
};

Column where_met(const SpatialAnswer& answer) {
  Column::Booleans met;
  met.reserve(answer.zones.size());
  for (const auto zone : answer.zones) met.push_back(zone != Column::kNoRow);
  return {"", std::move(met)};
}

// The same column, missing also where `rows` have no place.
Column missing_without_place(const Column& column, const GeometryArray& rows) {
  std::vector<GeometryArray::Index> kept(rows.size());
  bool all = true;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const bool missing = rows.is_missing(row);
    kept[row] = missing ? Column::kNoRow : static_cast<GeometryArray::Index>(row);
    all = all && !missing;
  }
  return all ? column : column.take(kept);
}

}  // namespace

const SpatialFunction* find_spatial_function(std::string_view name) {
  const auto* found = std::find_if(kFunctions.begin(), kFunctions.end(),
                                   [name](const SpatialFunction& one) { return one.name == name; });
  return found == kFunctions.end() ? nullptr : found;
}

std::vector<std::string> spatial_function_names() {
  std::vector<std::string> names;
  for (const SpatialFunction& function : kFunctions) names.emplace_back(function.name);
  return names;
}

void check_spatial_arguments(const SourceText& source, const Syntax& call, const SpatialFunction& function) {
  const std::size_t least = 1 + (function.takes_column() ? 1 : 0) + (function.needs_limit ? 1 : 0);
  const std::size_t most = function.limit_place() + (function.takes_limit ? 1 : 0);
  const std::size_t count = call.children.size();
  if (count < least || count > most)
    throw source.error(name_of(call),
                       "'" + std::string(function.name) + "' does not take " + std::to_string(count) +
                           (count == 1 ? " argument" : " arguments"),
                       "it is " + std::string(function.usage));
  for (std::size_t i = 0; i < (function.takes_column() ? 2U : 1U); ++i)
    if (call.children[i]->kind != Syntax::Kind::name)
      throw source.error(call.children[i]->range,
                         std::string(i == 0 ? "a table's" : "a column's") + " name is expected in " +
                             std::string(function.usage),
                         "names stand without quotes, or in double ones");
}

Error no_place_to_ask(const SourceText& source, const Syntax& call) {
  return source.error(name_of(call),
                      "'" + call.text + "' asks where a row lies, and these rows have no geometry");
}

SpatialAsk check_spatial_call(const SourceText& source, const Syntax& syntax, const SpatialFunction& function,
                              const Schema& schema) {
  return Checker(source, syntax, function, schema).run();
}

Column evaluate_spatial(const SpatialAsk& ask, double metres, const GeometryColumn& rows,
                        const Places& places) {
  const TablePtr& zones = places.tables.at(ask.table);
  const SpatialAnswer answer = places.engine->ask(rows, zones, {ask.function->kind, metres});
  if (ask.function->gives == Gives::metres) return {"", answer.metres};
  const Column found =
      ask.function->takes_column() ? zones->column(ask.column).take(answer.zones) : where_met(answer);
  return missing_without_place(found, rows.shapes);
}

}  // namespace cartouche::expression
