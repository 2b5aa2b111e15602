#pragma once
// Named figures of a page: what is printed, and where it comes from. The ledger is made of these.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cartouche/expression/expression.h"
#include "cartouche/pipeline/pipeline.h"
#include "cartouche/project/project.h"

namespace cartouche::map {

/// A figure as printed and as a number. `value` is what `text` says: the declared value where there is one,
/// else the computed.
struct Figure {
  std::string name;
  std::string text;  ///< as printed, with its unit
  std::optional<double> value;
  std::string unit;
  int decimals = -1;  ///< printed; -1 = as many as needed
  std::optional<double> declared;
  std::optional<double> computed;
  std::string source;             ///< of the declared value
  std::string query;              ///< of the computed value
  std::string table;              ///< whose rows `rows` names
  std::vector<std::string> rows;  ///< ids of the rows counted
  Location where;
};

using Figures = std::map<std::string, Figure>;

/// Evaluates the figures of those names with page.* and param.* in reach.
Figures evaluate_figures(const project::Project& project, const Tables& tables, const Parameters& parameters,
                         const std::vector<std::string>& wanted);

/// `parameters` with, for each figure, "name" (the printed text) and "name.value" (the number).
Parameters with_figures(Parameters parameters, const Figures& figures);

/// "391,1 M€": French digits, a narrow no-break space before the unit.
std::string format_figure(double value, int decimals, const std::string& unit);

/// True where both values stand and differ as printed: a computed 573.4 agrees with a declared 573 of no
/// decimals. Without a number of decimals, by more than the rounding of a sum (1e-9 of the larger).
bool declared_differs(const Figure& figure);

}  // namespace cartouche::map
