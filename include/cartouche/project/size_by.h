#pragma once
// Symbols whose size says a number, as a layer asks for them.

#include <optional>
#include <vector>

#include "cartouche/project/node.h"

namespace cartouche::project {

struct SizeBy {
  LocatedText value;             ///< expression
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

}  // namespace cartouche::project
