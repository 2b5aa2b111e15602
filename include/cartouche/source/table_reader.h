#pragma once
// A source read some rows at a time, for more rows than memory holds.
//
//   TableReader reader(options);
//   for (Table rows = reader.next(n); rows.row_count() > 0; rows = reader.next(n)) …
//   reader.report(diagnostics);

#include <limits>
#include <memory>

#include "cartouche/source/source.h"
#include "cartouche/table/sql_dialect.h"

namespace cartouche {

class TableReader {
 public:
  static constexpr std::size_t kAllRows = std::numeric_limits<std::size_t>::max();

  /// Opens the source; errors are those of read_source.
  explicit TableReader(ReadOptions options);
  ~TableReader();

  /// The next rows, `rows` of them or some more; fewer only at the end, and none after it. All batches, also
  /// an empty one, have the same columns, kind of geometry and CRS. Rows without an id are numbered from 1 in
  /// every batch: first_row() says how many came before it. One thread at a time.
  Table next(std::size_t rows = kAllRows);
  /// Rows handed out before the latest batch.
  std::size_t first_row() const;
  /// The SQL of ReadOptions::where, and the columns that such a filter sees as they are read; none for text.
  std::optional<SqlDialect> dialect() const;
  std::vector<std::string> plain_columns() const;
  /// What was noticed so far.
  void report(Diagnostics& diagnostics) const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace cartouche
