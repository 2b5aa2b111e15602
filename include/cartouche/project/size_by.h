#pragma once
// Symbols whose size says a number, as a layer asks for them.

#include <optional>
#include <tuple>
#include <vector>

#include "cartouche/project/node.h"

namespace cartouche::project {

struct SizeBy {
  ExpressionText value;
  LocatedText method;            ///< area, flannery, linear, classes
  double size = 0;               ///< points: diameter where the value is `at`; classes: unused
  std::optional<double> at;      ///< default: the greatest value of the layer
  double smallest = 0;           ///< points: no symbol that is drawn is smaller
  std::vector<double> breaks;    ///< classes: limits, as in `classify`
  std::vector<double> sizes;     ///< classes: points, one a class, growing
  std::vector<double> examples;  ///< values the legend shows; empty: chosen
  std::string unit;
  int decimals = -1;
  Location where;
};

inline auto members(const SizeBy& one) {
  const auto& [value, method, size, at, smallest, breaks, sizes, examples, unit, decimals, where] = one;
  return std::tie(value, method, size, at, smallest, breaks, sizes, examples, unit, decimals, where);
}

}  // namespace cartouche::project
