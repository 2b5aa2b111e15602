#pragma once
// The points of `cartouche query`, batch after batch.

#include <functional>
#include <optional>

#include "cartouche/query/asker.h"
#include "cartouche/query/communes.h"
#include "commune_tables.h"
#include "source_spec.h"

namespace cartouche::cli {

class QueryPoints {
 public:
  /// Opens the source and reads its first rows.
  QueryPoints(const QueryOptions& options, CommuneTables& communes);

  const std::vector<Credit>& credits() const { return credits_; }
  /// The first rows, to know the columns by.
  const Table& sample() const { return first_; }
  /// Lets the source drop rows itself; before the first batch is used.
  void push_down(const query::Asker& asker);
  /// All batches, at least one; the next is read while the one before it is used.
  void for_each(const std::function<void(Table)>& use);
  /// After the last batch: what was noticed in reading and placing them.
  void report(Diagnostics& diagnostics) const;

 private:
  Table placed(Table rows) { return placer_ ? placer_->place(std::move(rows)) : rows; }

  SourceSpec spec_;
  SpecReader reader_;
  std::optional<query::CommunePlacer> placer_;
  Table first_;
  std::vector<Credit> credits_;
};

}  // namespace cartouche::cli
