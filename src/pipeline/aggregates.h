#pragma once
// count, sum, mean, min, max, median and list of an expression, over groups of rows.

#include <optional>
#include <string>
#include <vector>

#include "groups.h"
#include "step.h"

namespace cartouche::pipeline {

/// "sum(emplois)", "count()", "count(distinct id_ti)", "mean(x where y > 0)".
struct Aggregate {
  std::string function;
  bool distinct = false;
  std::optional<ExpressionText> value;
  std::optional<ExpressionText> condition;
};
/// Throws a usage error naming the nearest function.
Aggregate parse_aggregate(const LocatedText& text);

/// One value a group, named `name`. The sum of nothing is 0, the mean of nothing is missing. A list holds
/// each value once, in the order of text, joined by '/'.
Column evaluate_aggregate(const Aggregate& aggregate, const LocatedText& text, const Table& table,
                          const Groups& groups, const Parameters& parameters, const std::string& name);

/// Sums of a numeric column by group; whole numbers stay whole.
Column group_sums(const Column& column, const Groups& groups, const std::string& name, const Location& where);

}  // namespace cartouche::pipeline
