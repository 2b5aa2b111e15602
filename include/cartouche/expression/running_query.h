#pragma once
// A query over one table whose rows come in batches, for many groups of them at once.
//
//   RunningQuery sum = RunningQuery::compile("sum(emplois)", {}, plan, {});
//   sum.add(rows, group_of_row, 13, {});     // … for every batch
//   sum.value(0);

#include <memory>
#include <span>

#include "cartouche/expression/expression.h"

namespace cartouche {

class RunningQuery {
 public:
  /// As Query::compile with aggregates over the rows of one table; `plan` has its columns and needs no rows.
  static RunningQuery compile(std::string_view text, const Location& where, const Table& plan,
                              const Parameters& parameters);
  /// Row i belongs to group group_of[i] < groups. The result does not depend on how the rows were cut into
  /// batches.
  void add(const Table& rows, std::span<const std::uint32_t> group_of, std::size_t groups,
           const Parameters& parameters);
  /// Throws a data error where a sum of whole numbers does not fit into 64 bits.
  Value value(std::size_t group, const Parameters& parameters = {}) const;

 private:
  struct Data;
  std::shared_ptr<Data> data_;
};

}  // namespace cartouche
