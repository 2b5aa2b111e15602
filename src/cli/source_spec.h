#pragma once
// Sources as the command line names them: FILE[:LAYER][?word=value&word=value].

#include <map>
#include <span>
#include <string>

#include "cartouche/base/diagnostics.h"
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
inline const std::string kSourceWords[] = {"layer", "where", "crs", "x", "y", "id", "encoding", "delimiter"};

/// Reads the source; `where` (an expression) keeps its rows for which it is true. `crs_option` is how the
/// user states its CRS.
Table read_spec(const SourceSpec& spec, Diagnostics& diagnostics,
                const std::string& crs_option = "?crs=EPSG:n");

/// A name for what a source holds: "geodata/communes.csv" → "communes", layer "atlas.zones(geom)" of a
/// database → "zones".
std::string name_of(const SourceSpec& spec);

}  // namespace cartouche::cli
