#include "no_values.h"

#include <algorithm>
#include <cmath>

#include "cartouche/base/finding_codes.h"
#include "cartouche/expression/expression.h"

namespace cartouche::map {
namespace {

// Different texts of the columns, "column: text", the first few.
std::vector<std::string> first_texts(const Table& table, const std::vector<std::string>& columns,
                                     const std::vector<GeometryArray::Index>& rows) {
  constexpr std::size_t kFirst = 5;
  std::vector<std::string> texts;
  for (const std::string& name : columns) {
    const Column* column = table.find(name);
    if (column == nullptr || column->type() != Type::text) continue;
    for (const GeometryArray::Index row : rows) {
      std::string text = name + ": " + column->text(row);
      const bool known = std::find(texts.begin(), texts.end(), text) != texts.end();
      if (known || column->text(row).empty()) continue;
      texts.push_back(std::move(text));
      if (texts.size() == kFirst) return texts;
    }
  }
  return texts;
}

}  // namespace

void report_no_values(const std::string& layer, const project::ExpressionText& expression, const Table& table,
                      const std::vector<GeometryArray::Index>& rows, const std::vector<double>& values,
                      const Parameters& parameters, Diagnostics& diagnostics) {
  const bool none = std::all_of(values.begin(), values.end(), [](double value) { return std::isnan(value); });
  if (rows.empty() || !none) return;
  const Expression compiled =
      Expression::compile(expression.value, expression.where, Schema::of(table, parameters));
  std::vector<std::string> texts = first_texts(table, compiled.columns(), rows);
  diagnostics.add(finding("no-values"),
                  "none of the " + std::to_string(rows.size()) + " rows of layer '" + layer +
                      "' has a number '" + expression.value + "'" +
                      (texts.empty() ? "" : "; the first texts that are none"),
                  expression.where, std::move(texts));
}

}  // namespace cartouche::map
