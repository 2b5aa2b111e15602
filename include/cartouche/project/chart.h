#pragma once
// A small chart beside the map, as the user wrote it: one bar or ring segment a row of a table.

#include <optional>
#include <vector>

#include "cartouche/project/node.h"

namespace cartouche::project {

struct ChartSeries {
  LocatedText value;  ///< expression: a number of 0 or more
  LocatedText name;   ///< text template; words of the key
};

struct Chart {
  LocatedText kind;  ///< bars, stacked, donut
  LocatedText table;
  std::optional<LocatedText> filter;
  LocatedText label;                 ///< text template over the row
  std::vector<ChartSeries> series;   ///< one, or for stacked bars one a part
  std::optional<LocatedText> title;  ///< text template
  bool by_value = true;              ///< greatest first; else in the table's order
  std::string unit;
  int decimals = -1;  ///< -1: as many as needed
  Location where;
};

}  // namespace cartouche::project
