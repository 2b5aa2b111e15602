#pragma once
// A spatial question asked of points that come in batches: the zones are made ready once, totals add up, and
// nothing but the batch at hand is held.
//
//   Asker asker(first, std::move(sets), question);
//   for (Table rows = first; rows.row_count() > 0; rows = reader.next(n)) write(asker.ask(std::move(rows)));
//   Table totals = asker.totals();          // where the question asks for totals
//   asker.report(diagnostics);
//
// The answer does not depend on how the points were cut into batches, nor on the number of threads.

#include <memory>
#include <optional>

#include "cartouche/table/sql_dialect.h"

#include "cartouche/query/question.h"

namespace cartouche::query {

class Asker {
 public:
  /// `points` tells name, columns, kind of geometry and CRS of all batches; its rows are not asked. Errors:
  /// names and expressions (usage), empty zones (data).
  Asker(const Table& points, std::vector<ZoneSet> sets, const Question& question);
  ~Asker();

  /// Whether the question asks for totals.
  bool sums() const;
  /// The batch with its new columns, the rows of `where` only; no rows where the question asks for totals.
  /// Errors: swapped axes, overlaps where refused (data).
  Table ask(Table batch);
  /// Rows asked so far: those of `where` as far as it reads the points alone.
  std::size_t asked() const;
  /// What a source that speaks the dialect may filter its rows by with the same answer, where these columns
  /// are in it as they are in the points; "" = nothing.
  std::string row_filter(SqlDialect dialect, const std::vector<std::string>& columns) const;
  /// A box in the CRS of the points that holds all for which `where` can be true, where it asks for a zone:
  /// "dans_zrr and …". A source may leave out what lies beyond.
  std::optional<Box> bounds() const;
  /// One row a group, ascending, missing last, without geometry.
  Table totals() const;
  /// After the last batch: what was noticed. A data error where the axes of all points are swapped.
  void report(Diagnostics& diagnostics);

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace cartouche::query
