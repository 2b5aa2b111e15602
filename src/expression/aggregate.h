#pragma once
// One number (or text) out of the rows of a table: count, sum, mean, min, max, median, share.

#include <optional>
#include <string>
#include <vector>

#include "program.h"

namespace cartouche::expression {

struct AggregateResult {
  Value value;
  std::vector<GeometryArray::Index> rows;  ///< those it counted, ascending
};

struct Aggregate {
  using Kind = QueryAggregate::Kind;
  Kind kind = Kind::count;
  std::string table;
  SourceText source;
  Range range;
  std::optional<Program> argument;   ///< none: the rows themselves are counted
  std::optional<Program> condition;  ///< none: all rows

  Type result_type() const;
  /// The rows that count: those of the condition that have a value, and the values of all rows.
  struct Counted {
    std::vector<GeometryArray::Index> rows;
    std::optional<Column> values;  ///< none: the rows themselves are counted
  };
  Counted counted(const Table& rows_of, const Parameters& parameters) const;
  /// That a sum does not fit.
  Error overflow() const;
  /// A missing value of the argument is not counted. Nothing to count: 0 for counts and sums, missing for the
  /// others. Sums of reals are compensated (Neumaier 1974), in the order of the rows.
  AggregateResult evaluate(const Table& rows_of, const Parameters& parameters) const;
};

/// Throws a usage error where the argument's type does not fit.
Aggregate compile_aggregate(const SourceText& source, const Syntax& syntax, const Table& table,
                            const Parameters& parameters);

}  // namespace cartouche::expression
