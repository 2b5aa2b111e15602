#pragma once
// What the rows add up to: --group-by and --agg.

#include <optional>

#include "cartouche/expression/expression.h"
#include "cartouche/query/question.h"

namespace cartouche::query {

struct Total {
  std::string name;
  std::string text;  ///< as a query over the table kRows: "sum(emplois from lignes)"
};
/// "count, sum(emplois), 100 * share(dans_qpv) as part". Throws a usage error where brackets do not close.
std::vector<Total> parse_totals(const std::string& aggregates, const Location& where);

/// One row a group, ascending by its values, missing ones last; without `by` one row of all.
Table totals(const Table& rows, const std::vector<std::string>& by, const std::vector<Total>& totals,
             const Question& question);

/// Compiles the totals against a table without rows: names and types are checked before any work.
void check_totals(const Table& plan, const std::vector<std::string>& by, const std::vector<Total>& totals,
                  const Question& question);
}  // namespace cartouche::query
