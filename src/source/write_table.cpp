#include "cartouche/base/atomic_file.h"
#include "cartouche/base/words.h"
#include "cartouche/source/source.h"
#include "paths.h"
#include "writers.h"

namespace cartouche {

using namespace source_internal;

namespace {

Error unknown_format(const std::string& format, const std::vector<std::string>& known) {
  return usage_error({}, "unknown format '" + format + "'", suggestion(format, known));
}

bool is_text_format(const std::string& format) {
  return format == "csv" || format == "json" || format == "geojson";
}

}  // namespace

std::string write_table_to_string(const Table& table, const std::string& format) {
  if (format == "csv") return to_csv(table);
  if (format == "json") return to_json(table);
  if (format == "geojson") return to_geojson(table);
  throw unknown_format(format, {"csv", "json", "geojson"});
}

void write_table(const Table& table, const std::filesystem::path& file, const std::string& format) {
  if (is_text_format(format)) return write_file_atomically(file, write_table_to_string(table, format));
  if (format != "gpkg" && format != "fgb")
    throw unknown_format(format, {"csv", "json", "geojson", "gpkg", "fgb"});
  const std::string layer = table.name().empty() ? stem(file.string()) : table.name();
  write_file_atomically(
      file, to_ogr_file({{layer, &table}}, format == "gpkg" ? "GPKG" : "FlatGeobuf", file.string()));
}

std::string to_geopackage(const std::vector<Table>& tables, const std::string& file) {
  std::vector<NamedTable> named;
  for (const Table& table : tables) named.push_back({table.name(), &table});
  return to_ogr_file(named, "GPKG", file);
}

}  // namespace cartouche
