#include "cartouche/project/chart.h"

#include "cartouche/base/words.h"
#include "parse.h"

namespace cartouche::project {
namespace {

LocatedText one_of(const LocatedText& word, const char* what, const std::vector<std::string>& words) {
  for (const std::string& known : words)
    if (known == word.value) return word;
  throw usage_error(word.where, std::string("no ") + what + " '" + word.value + "'",
                    suggestion(word.value, words));
}

// `value: expression`, or `values: [ { value: …, name: … }, … ]` for the parts of stacked bars.
std::vector<ChartSeries> parse_series(Reader& in, const Chart& chart) {
  const Node* parts = in.optional("values");
  if (chart.kind.value != "stacked") {
    if (parts)
      throw usage_error(parts->where(), "'values' go with stacked bars",
                        "state one 'value' for kind: " + chart.kind.value);
    ChartSeries whole;
    in.read("value", whole.value);
    return {whole};
  }
  if (const Node* value = in.optional("value"))
    throw usage_error(value->where(), "stacked bars have 'values', one a part");
  std::vector<ChartSeries> series;
  for (const Node& part : in.required("values").items()) {
    Reader one(part, "part of a chart");
    ChartSeries& read = series.emplace_back();
    one.read("value", read.value);
    one.read("name", read.name);
    one.finish();
  }
  if (series.empty()) throw usage_error(chart.where, "stacked bars need at least one part in 'values'");
  return series;
}

}  // namespace

Chart parse_chart(const LocatedText& item, const Node& node) {
  Reader in(node, "chart '" + item.value + "'");
  Chart chart;
  chart.where = item.where;
  chart.kind = one_of(in.text("kind"), "kind of chart", {"bars", "stacked", "donut"});
  in.read("table", chart.table);
  in.read("where", chart.filter);
  in.read("label", chart.label);
  chart.series = parse_series(in, chart);
  in.read("title", chart.title);
  if (const auto order = in.optional_text("order"))
    chart.by_value = one_of(*order, "order of a chart", {"value", "table"}).value == "value";
  chart.unit = in.text_or("unit", "");
  chart.decimals = in.integer_or("decimals", -1);
  in.finish();
  return chart;
}

}  // namespace cartouche::project
