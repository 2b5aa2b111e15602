#include "file_kinds.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "cartouche/base/ascii_case.h"
#include "paths.h"

namespace cartouche::source_internal {
namespace {

struct FileKind {
  std::string_view ending;
  std::array<std::string_view, 4> drivers;
  Role role = Role::main;
};

constexpr std::array<FileKind, 44> kKinds = {{
    {"csv", {}},  // by our own reader
    {"tsv", {}},
    {"txt", {}, Role::minor},
    {"geojson", {"GeoJSON", "TopoJSON", "ESRIJSON", "GeoJSONSeq"}},
    {"json", {"GeoJSON", "TopoJSON", "ESRIJSON", "GeoJSONSeq"}, Role::minor},
    {"topojson", {"TopoJSON", "GeoJSON"}},
    {"geojsonl", {"GeoJSONSeq", "GeoJSON"}},
    {"geojsons", {"GeoJSONSeq", "GeoJSON"}},
    {"ndjson", {"GeoJSONSeq", "GeoJSON"}},
    {"gpkg", {"GPKG"}},
    {"sqlite", {"SQLite", "GPKG"}},
    {"sqlite3", {"SQLite", "GPKG"}},
    {"db", {"SQLite", "GPKG"}, Role::minor},
    {"fgb", {"FlatGeobuf"}},
    {"shp", {"ESRI Shapefile"}},
    {"shz", {"ESRI Shapefile"}},
    {"dbf", {"ESRI Shapefile"}, Role::minor},
    {"shx", {"ESRI Shapefile"}, Role::none},
    {"gdb", {"OpenFileGDB"}},
    {"kml", {"LIBKML", "KML"}},
    {"kmz", {"LIBKML"}},
    {"gml", {"GML", "NAS"}},
    {"xml", {"GML", "NAS"}, Role::none},
    {"gpx", {"GPX"}},
    {"tab", {"MapInfo File"}},
    {"mif", {"MapInfo File"}},
    {"mid", {"MapInfo File"}, Role::none},
    {"xlsx", {"XLSX"}},
    {"xlsm", {"XLSX"}},
    {"xls", {"XLS"}},
    {"ods", {"ODS"}},
    {"dxf", {"DXF"}},
    {"dwg", {"CAD"}},
    {"dgn", {"DGN"}},
    {"thf", {"EDIGEO"}},
    {"gxt", {"Geoconcept"}},
    {"osm", {"OSM"}},
    {"pbf", {"OSM", "MVT"}},
    {"parquet", {"Parquet"}},
    {"arrow", {"Arrow"}},
    {"mbtiles", {"MBTiles"}},
    {"e00", {"AVCE00"}},
    {"itf", {"Interlis 1"}},
    {"vrt", {"OGR_VRT"}},
}};

constexpr std::array<std::string_view, 4> kFolders = {"ESRI Shapefile", "OpenFileGDB", "MapInfo File",
                                                      "FlatGeobuf"};

const FileKind* kind_of(const std::string& path) {
  const std::string ending = ending_of(path);
  const auto* found =
      std::find_if(kKinds.begin(), kKinds.end(), [&](const FileKind& kind) { return kind.ending == ending; });
  return found == kKinds.end() ? nullptr : found;
}

void add(std::vector<std::string>& drivers, std::string_view name) {
  if (name.empty() || std::find(drivers.begin(), drivers.end(), name) != drivers.end()) return;
  drivers.emplace_back(name);
}

std::vector<std::string> drivers_of_files() {
  std::vector<std::string> drivers;
  for (const FileKind& kind : kKinds)
    if (kind.ending != "vrt")
      for (const std::string_view name : kind.drivers) add(drivers, name);
  return drivers;
}

}  // namespace

std::string ending_of(const std::string& path) {
  std::string name = path;
  if (is_address(path)) name = path.substr(0, path.find_first_of("?#"));
  name = ascii_lower(name);
  if (name.ends_with(".gz")) name.resize(name.size() - 3);
  const std::size_t slash = name.rfind('/'), dot = name.rfind('.');
  return dot == std::string::npos || (slash != std::string::npos && dot < slash) ? "" : name.substr(dot + 1);
}

std::vector<std::string> drivers_of(const std::string& path) {
  std::vector<std::string> drivers;
  const bool is_file = !is_connection(path) || path.starts_with("/vsi");
  if (!is_file && !is_address(path)) return drivers;
  if (const FileKind* kind = kind_of(path)) {
    for (const std::string_view name : kind->drivers) add(drivers, name);
    return drivers;
  }
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    for (const std::string_view name : kFolders) add(drivers, name);
    return drivers;
  }
  if (is_address(path)) return drivers_of("a.json");
  return drivers_of_files();
}

Role role_of(const std::string& path) {
  const FileKind* kind = kind_of(path);
  return kind == nullptr || kind->ending == "vrt" ? Role::none : kind->role;
}

}  // namespace cartouche::source_internal
