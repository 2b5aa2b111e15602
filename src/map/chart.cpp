#include "cartouche/map/chart.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "cartouche/base/finding_codes.h"
#include "cartouche/table/row_label.h"
#include "code.h"

namespace cartouche::map {
namespace {

ChartKind kind_of(const std::string& word) {
  if (word == "stacked") return ChartKind::stacked;
  return word == "donut" ? ChartKind::donut : ChartKind::bars;
}

Column numbers(const project::ExpressionText& value, const Table& table, const Schema& schema,
               const Parameters& parameters) {
  const Expression expression = Expression::compile(value.value, value.where, schema);
  if (expression.type() != Type::integer && expression.type() != Type::real)
    throw usage_error(value.where,
                      "a chart needs numbers; '" + value.value + "' gives " + type_name(expression.type()));
  return expression.evaluate(table, parameters);
}

void record(Chart& chart, const project::Chart& spec, const Table& table) {
  for (const ChartRow& row : chart.rows)
    for (std::size_t i = 0; i < row.values.size(); ++i) {
      Figure figure;
      figure.name = chart.item + "." + row.id + (row.values.size() > 1 ? "." + chart.series[i] : "");
      figure.value = figure.computed = row.values[i];
      figure.unit = chart.unit;
      figure.decimals = chart.decimals;
      figure.text = format_figure(row.values[i], chart.decimals, chart.unit);
      figure.query = spec.series[i].value.value + " of '" + row.label + "'";
      figure.table = table.name();
      figure.rows = {row.id};
      figure.where = spec.series[i].value.where;
      chart.figures.emplace(figure.name, std::move(figure));
    }
}

}  // namespace

double ChartRow::total() const {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

Chart resolve_chart(const std::string& item, const project::Chart& spec, const Table& table,
                    const Parameters& parameters, Diagnostics& diagnostics) {
  const Schema schema = Schema::of(table, parameters);
  Chart chart;
  chart.kind = kind_of(spec.kind.value);
  chart.item = item;
  chart.unit = spec.unit;
  chart.decimals = spec.decimals;
  chart.credits = table.credits();
  std::vector<Column> columns;
  for (const project::ChartSeries& series : spec.series) {
    columns.push_back(numbers(series.value, table, schema, parameters));
    chart.series.push_back(printed(series.name, parameters));
  }
  const TextTemplate label = row_template(spec.label, schema);
  std::vector<std::string> missing;
  for (const auto row : rows_where(table, spec.filter, parameters)) {
    ChartRow one{table.row_id(row), label.render(table, row, parameters), {}};
    for (const Column& column : columns) one.values.push_back(column.number(row));
    if (std::any_of(one.values.begin(), one.values.end(), [](double value) { return std::isnan(value); })) {
      missing.push_back(row_label(table, row));
      continue;
    }
    for (std::size_t i = 0; i < one.values.size(); ++i)
      if (one.values[i] < 0)
        throw data_error(spec.series[i].value.where,
                         "row '" + one.id + "' has a value below 0, which a chart of parts cannot show");
    chart.rows.push_back(std::move(one));
  }
  if (!missing.empty())
    diagnostics.add(finding("chart-missing"),
                    "chart '" + item + "': " + std::to_string(missing.size()) + " rows of '" + table.name() +
                        "' have no value and are left out",
                    spec.where, missing);
  if (spec.by_value)
    std::stable_sort(chart.rows.begin(), chart.rows.end(),
                     [](const ChartRow& a, const ChartRow& b) { return a.total() > b.total(); });
  record(chart, spec, table);
  return chart;
}

}  // namespace cartouche::map
