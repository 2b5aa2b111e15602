#pragma once
// A layer opened by OGR as tables.

#include <memory>

#include "cartouche/source/source.h"
#include "cartouche/table/sql_dialect.h"

namespace cartouche::source_internal {

/// How the rows are read: whole columns where the fields allow it, or always feature by feature (for tests
/// and comparison; both give the same table).
enum class RowReading { batches, features };

/// The columns and the geometry that the options ask for; the geometry has the source's CRS, or none. Types
/// are the source's.
class OgrReader {
 public:
  explicit OgrReader(ReadOptions options, RowReading reading = RowReading::batches);
  ~OgrReader();
  /// At least so many rows, fewer only at the end.
  Table next(std::size_t rows);
  void report(Diagnostics& diagnostics) const;
  /// Of ReadOptions::where.
  SqlDialect dialect() const;
  /// The columns that such a filter sees as they are read.
  const std::vector<std::string>& plain_columns() const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

/// All rows.
Table read_ogr(ReadOptions options, Diagnostics& diagnostics, RowReading reading = RowReading::batches);

}  // namespace cartouche::source_internal
