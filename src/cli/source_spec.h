#pragma once
// Sources as the command line names them: FILE[:LAYER][?word=value&word=value].

#include <map>
#include <span>
#include <string>

#include "cartouche/base/diagnostics.h"
#include "cartouche/expression/expression.h"
#include "cartouche/source/table_reader.h"
#include "cartouche/table/table.h"

namespace cartouche::cli {

struct SourceSpec {
  std::string source;                         ///< FILE[:LAYER] or a connection string
  std::map<std::string, std::string> values;  ///< what stands behind the '?'
  std::string value(const std::string& word) const;
};

/// Reads the words behind a '?' that one of `words` follows; a '?' of a file's own name or of a connection
/// string stays. A usage error for an unknown word.
SourceSpec parse_source_spec(const std::string& text, std::span<const std::string> words);

/// The words every source takes.
inline const std::string kSourceWords[] = {"layer",    "where",     "crs",  "x",        "y",
                                           "lat_lon",  "xy",        "wkt",  "geometry", "id",
                                           "encoding", "delimiter", "skip", "missing"};

/// As options to read it; `crs_option` is how the user states its CRS.
ReadOptions options_of(const SourceSpec& spec, const std::string& crs_option = "?crs=EPSG:n");

/// Reads a source some rows at a time; `where` (an expression) keeps those for which it is true.
class SpecReader {
 public:
  explicit SpecReader(const SourceSpec& spec, const std::string& crs_option = "?crs=EPSG:n");
  /// From the first row on, of those that the source itself does not drop: by a filter in its SQL, and by a
  /// box in its CRS.
  void restart(const std::string& filter, const std::optional<Box>& bounds);
  /// At least so many rows of the source, as many of them as `where` keeps: none is not the end.
  Table next(std::size_t rows);
  bool at_end() const { return at_end_; }
  const TableReader& source() const { return *reader_; }

 private:
  SourceSpec spec_;
  ReadOptions options_;
  std::optional<TableReader> reader_;
  std::optional<Expression> where_;
  bool at_end_ = false;
};

/// Reads the source; `where` (an expression) keeps its rows for which it is true.
Table read_spec(const SourceSpec& spec, Diagnostics& diagnostics);

/// A name for what a source holds: "geodata/communes.csv" → "communes", layer "atlas.zones(geom)" of a
/// database → "zones".
std::string name_of(const SourceSpec& spec);

}  // namespace cartouche::cli
