#pragma once
// Files and databases become tables; tables become files. The only module that knows GDAL/OGR.

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cartouche/base/diagnostics.h"
#include "cartouche/project/project.h"
#include "cartouche/table/table.h"

namespace cartouche {

/// How to read one source; `path` is whole (file, /vsi path or connection string). A ".gz" suffix on a
/// non-CSV file is read through /vsigzip/.
struct ReadOptions {
  std::string path;
  std::string layer;      ///< "" = the only one (several: usage error listing them)
  std::string encoding;   ///< "" = found out: UTF-16, UTF-8 (BOM or well-formed), else Latin-1 with a note
  std::string delimiter;  ///< "" = found out from a line "sep=;" or the header line
  int skip = 0;           ///< lines of delimited text above its header
  std::vector<std::string> missing;  ///< words that stand for no value
  std::string crs;      ///< states the CRS where the source carries none, or a wrong one (a note says so)
  std::string x, y;     ///< columns of coordinates; then crs must be stated
  std::string lat_lon;  ///< the same in one column: "48.85, 2.35"
  std::string xy;       ///< the same, x or longitude first
  std::string wkt;      ///< column of well-known text; then crs must be stated
  std::optional<GeometryKind> kind;  ///< its rows alone, of a source that holds several
  std::string crs_hint;              ///< how to state the CRS, for messages; "" = as in a project
  std::string id;
  std::map<std::string, Type> types;
  std::string where;                       ///< OGR attribute filter, pushed to the driver
  std::optional<Box> bounds;               ///< spatial filter in the source's CRS
  std::vector<std::string> columns;        ///< empty = all
  Location asked_at;                       ///< place in the project file for messages
  std::map<std::string, Location> places;  ///< the same for one option by its name ("x", "crs"), where known

  /// The place of one option, or of the whole.
  const Location& place(const std::string& option) const;
};

/// Reads a source whole. CRS comes from the source or from the options, never from a guess: geometry without
/// either is a usage error naming the option. CSV columns are text unless every value is a canonical number
/// and the name does not say it is a code (see docs/sources.md); `types` wins. ADMIN EXPRESS of both
/// generations gets the program's own names besides its own: see admin_express.h. Delimited text with a
/// stated CRS and no options of coordinates has its geometry in the columns that write_table writes: `wkt`,
/// or `x` and `y`. Errors: missing file or
/// layer or column (usage), unreadable or truncated data (data).
Table read_source(const ReadOptions& options, Diagnostics& diagnostics);
/// Of "points", "lines", "polygons"; a usage error for another word.
GeometryKind geometry_kind_named(const std::string& word, const Location& where);
/// What a project says of a source, as options; an unknown type is a usage error.
ReadOptions options_of(const project::Project& project, const project::Source& source);

/// "communes.gpkg:commune" → {"communes.gpkg", "commune"}, for the command line. No layer where the whole is
/// a file, a connection string ("PG:dbname=…") or a drive ("C:x"), or where the text after the last colon
/// cannot be a layer's name.
std::pair<std::string, std::string> split_layer(const std::string& source);

/// A path or connection string as messages may show it: without its password.
std::string shown_source(const std::string& source);

struct FieldInfo {
  std::string name;
  std::string type;
};
struct LayerInfo {
  std::string name;
  std::string geometry;  ///< "MultiPolygon", "" = none
  std::int64_t count = 0;
  std::string crs;  ///< "EPSG:4326 (WGS 84)", "" = none
  std::optional<Box> extent;
  std::vector<FieldInfo> fields;
};
struct SourceInfo {
  std::string path, driver;
  std::vector<LayerInfo> layers;
};
/// What `cartouche info` shows of the source; `diagnostics` hears what reading its rows would notice.
SourceInfo inspect(const ReadOptions& options, Diagnostics& diagnostics);

/// Writes a table as csv, json (rows), geojson, gpkg or fgb: written beside and renamed. CSV geometry as x, y
/// columns for points, WKT otherwise.
void write_table(const Table& table, const std::filesystem::path& file, const std::string& format);
/// The bytes of a GeoPackage with a layer for each table, named like it; `file` names it in errors.
std::string to_geopackage(const std::vector<Table>& tables, const std::string& file);
std::string write_table_to_string(const Table& table, const std::string& format);  // csv, json, geojson

}  // namespace cartouche
