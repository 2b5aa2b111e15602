#include "cartouche/map/figures.h"

#include <algorithm>
#include <cmath>

#include "cartouche/base/number_format.h"
#include "cartouche/table/code_names.h"

namespace cartouche::map {
namespace {

std::optional<double> number_of(const Value& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return static_cast<double>(*integer);
  if (const auto* real = std::get_if<double>(&value)) {
    if (std::isnan(*real)) return std::nullopt;
    return *real;
  }
  if (const auto* boolean = std::get_if<bool>(&value)) return *boolean ? 1.0 : 0.0;
  return std::nullopt;
}

Query::Tables raw_tables(const Tables& tables) {
  Query::Tables raw;
  for (const auto& [name, table] : tables) raw.emplace(name, table.get());
  return raw;
}

// A declared value is an expression over the page's row: evaluated as a query without tables.
std::optional<double> declared_value(const project::ValueText& text, const Parameters& parameters) {
  const Query query = Query::compile(text.value, text.where, {}, parameters);
  return number_of(query.evaluate({}, parameters).value);
}

void compute(Figure& figure, const project::QueryText& text, const Query::Tables& tables,
             const Parameters& parameters) {
  const Query query = Query::compile(text.value, text.where, tables, parameters);
  const QueryResult result = query.evaluate(tables, parameters);
  figure.computed = number_of(result.value);
  figure.query = text.value;
  figure.table = result.table;
  const auto table = tables.find(result.table);
  if (table == tables.end()) return;
  figure.rows.reserve(result.rows.size());
  for (const auto row : result.rows) figure.rows.push_back(table->second->row_id(row));
}

// A figure named as a code or a year, and said to have neither unit nor decimals, is printed digit by digit.
std::string printed(const Figure& figure) {
  const bool stated = figure.decimals >= 0 || !figure.unit.empty();
  const bool whole = std::floor(*figure.value) == *figure.value;
  if (!stated && whole && names_a_code_or_year(figure.name)) return format_shortest(*figure.value);
  return format_figure(*figure.value, figure.decimals, figure.unit);
}

}  // namespace

std::string format_figure(double value, int decimals, const std::string& unit) {
  std::string text = format_french(value, decimals);
  if (!unit.empty()) text.append(kNarrowNoBreakSpace).append(unit);
  return text;
}

Figures evaluate_figures(const project::Project& project, const Tables& tables, const Parameters& parameters,
                         const std::vector<std::string>& wanted) {
  Figures figures;
  if (wanted.empty()) return figures;
  const Query::Tables raw = raw_tables(tables);
  for (const project::Figure& spec : project.figures) {
    if (std::find(wanted.begin(), wanted.end(), spec.name.value) == wanted.end()) continue;
    Figure figure;
    figure.name = spec.name.value;
    figure.unit = spec.unit;
    figure.decimals = spec.decimals;
    figure.where = spec.where;
    if (spec.source) figure.source = spec.source->value;
    if (spec.declared) figure.declared = declared_value(*spec.declared, parameters);
    if (spec.query) compute(figure, *spec.query, raw, parameters);
    figure.value = figure.declared ? figure.declared : figure.computed;
    figure.text = figure.value ? printed(figure) : "n.d.";
    figures.emplace(figure.name, std::move(figure));
  }
  return figures;
}

Parameters with_figures(Parameters parameters, const Figures& figures) {
  for (const auto& [name, figure] : figures) {
    parameters[name] = figure.text;
    parameters[name + ".value"] = figure.value ? Value(*figure.value) : Value(std::nan(""));
  }
  return parameters;
}

bool declared_differs(const Figure& figure) {
  if (!figure.declared || !figure.computed) return false;
  if (figure.decimals >= 0)
    return format_french(*figure.declared, figure.decimals) !=
           format_french(*figure.computed, figure.decimals);
  const double scale = std::max({1.0, std::abs(*figure.declared), std::abs(*figure.computed)});
  return std::abs(*figure.declared - *figure.computed) > 1e-9 * scale;
}

}  // namespace cartouche::map
