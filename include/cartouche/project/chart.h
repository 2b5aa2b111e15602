#pragma once
// A small chart beside the map, as the user wrote it: one bar or ring segment a row of a table.

#include <optional>
#include <tuple>
#include <vector>

#include "cartouche/project/node.h"

namespace cartouche::project {

struct ChartSeries {
  ExpressionText value;  ///< a number of 0 or more
  TemplateText name;     ///< words of the key
};

struct Chart {
  LocatedText kind;  ///< bars, stacked, donut
  TableName table;
  std::optional<ExpressionText> filter;
  RowTemplateText label;
  std::vector<ChartSeries> series;  ///< one, or for stacked bars one a part
  std::optional<TemplateText> title;
  bool by_value = true;  ///< greatest first; else in the table's order
  std::string unit;
  int decimals = -1;  ///< -1: as many as needed
  Location where;
};

inline auto members(const ChartSeries& one) {
  const auto& [value, name] = one;
  return std::tie(value, name);
}
inline auto members(const Chart& one) {
  const auto& [kind, table, filter, label, series, title, by_value, unit, decimals, where] = one;
  return std::tie(kind, table, filter, label, series, title, by_value, unit, decimals, where);
}

}  // namespace cartouche::project
