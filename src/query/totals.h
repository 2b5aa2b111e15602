#pragma once
// What the rows add up to: --group-by and --agg.

#include <optional>

#include "cartouche/expression/expression.h"
#include "cartouche/expression/running_query.h"
#include "cartouche/query/question.h"
#include "groups.h"

namespace cartouche::query {

struct Total {
  std::string name;
  std::string text;  ///< as the user wrote it: "100 * share(dans_qpv)"
  Location where;
};
/// The totals of "count, sum(emplois), 100 * share(dans_qpv) as part"; the rows' number where none is asked.
std::vector<Total> parse_totals(const Question& question);

/// The totals of rows that come in batches.
class RunningTotals {
 public:
  /// `plan` has the columns of the rows.
  RunningTotals(const Table& plan, const Question& question, const std::vector<Total>& totals);
  void add(const Table& rows);
  /// One row a group, ascending by its values, missing ones last; without groups one row of all.
  Table result(const std::string& name) const;

 private:
  Groups groups_;
  Parameters parameters_;
  std::vector<std::string> names_;
  std::vector<RunningQuery> queries_;
};

/// Compiles the totals against a table without rows: names and types are checked before any work.
void check_totals(const Table& plan, const std::vector<std::string>& by, const std::vector<Total>& totals,
                  const Question& question);
/// The total over the rows of a table with the columns of `plan`.
Query compile_total(const Total& total, const Table& plan, const Question& question);

/// One column of the values; whole numbers and reals together are reals.
Column column_of(const std::string& name, const std::vector<Value>& values);

/// The condition of `question.where` over the columns of the plan; a usage error where it is none.
Expression compile_condition(const Question& question, const Table& plan, const Parameters& parameters);

}  // namespace cartouche::query
