#pragma once
// Delimited text as a table; and the rows of a sheet behind its titles.

#include <memory>

#include "cartouche/source/source.h"

namespace cartouche::source_internal {

/// Whether the options ask for such a source.
bool is_read_as_text(const ReadOptions& options);

/// The columns the options ask for (all, or `columns` with x, y and id), typed; no geometry yet. Errors name
/// file, line and column. The text is held whole; its values become columns some rows at a time.
class CsvReader {
 public:
  /// With a stated CRS and no options of coordinates, these are set to the columns that write_table writes.
  CsvReader(ReadOptions& options, Diagnostics& diagnostics);
  ~CsvReader();
  /// So many rows, fewer only at the end.
  Table next(std::size_t rows);

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

/// All rows.
Table read_csv(const ReadOptions& options, Diagnostics& diagnostics);

}  // namespace cartouche::source_internal
