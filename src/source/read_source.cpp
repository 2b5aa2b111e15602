#include <algorithm>

#include "cartouche/base/words.h"
#include "cartouche/source/source.h"
#include "cartouche/source/table_reader.h"

namespace cartouche {

namespace {

Type type_named(const project::LocatedText& text) {
  const std::vector<std::string> names = {"text", "integer", "real", "boolean"};
  const auto found = std::find(names.begin(), names.end(), text.value);
  if (found == names.end())
    throw usage_error(text.where, "unknown type '" + text.value + "'", suggestion(text.value, names));
  return static_cast<Type>(found - names.begin());
}

std::map<std::string, Location> places_of(const project::Source& source) {
  std::map<std::string, Location> places;
  const auto add = [&](const char* option, const std::optional<project::LocatedText>& text) {
    if (text) places.emplace(option, text->where);
  };
  add("layer", source.layer);
  add("encoding", source.encoding);
  add("delimiter", source.delimiter);
  add("crs", source.crs);
  add("x", source.x);
  add("y", source.y);
  add("lat_lon", source.lat_lon);
  add("xy", source.xy);
  add("wkt", source.wkt);
  add("id", source.id);
  for (const auto& [column, type] : source.types) places.emplace("types." + column, type.where);
  return places;
}

std::string value_of(const std::optional<project::LocatedText>& text) {
  return text ? text->value : std::string();
}

}  // namespace

const Location& ReadOptions::place(const std::string& option) const {
  const auto found = places.find(option);
  return found == places.end() ? asked_at : found->second;
}

Table read_source(const ReadOptions& options, Diagnostics& diagnostics) {
  TableReader reader(options);
  Table table = reader.next();
  reader.report(diagnostics);
  return table;
}

GeometryKind geometry_kind_named(const std::string& word, const Location& where) {
  const std::vector<std::string> words = {"points", "lines", "polygons"};
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end())
    throw usage_error(where, "no kind of geometry '" + word + "'", suggestion(word, words));
  return static_cast<GeometryKind>(found - words.begin());
}

ReadOptions options_of(const project::Project& project, const project::Source& source) {
  ReadOptions options;
  options.path = project::source_path(project, source);
  options.layer = value_of(source.layer);
  options.encoding = value_of(source.encoding);
  options.delimiter = value_of(source.delimiter);
  options.skip = source.skip;
  options.missing = source.missing;
  options.crs = value_of(source.crs);
  options.x = value_of(source.x);
  options.y = value_of(source.y);
  options.lat_lon = value_of(source.lat_lon);
  options.xy = value_of(source.xy);
  options.wkt = value_of(source.wkt);
  if (source.geometry) options.kind = geometry_kind_named(source.geometry->value, source.geometry->where);
  options.id = value_of(source.id);
  for (const auto& [column, type] : source.types) options.types.emplace(column, type_named(type));
  options.asked_at = source.path.where.file.empty() ? source.where : source.path.where;
  options.places = places_of(source);
  return options;
}

}  // namespace cartouche
