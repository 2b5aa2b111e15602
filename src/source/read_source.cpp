#include <algorithm>

#include "cartouche/base/words.h"
#include "cartouche/source/admin_express.h"
#include "cartouche/source/source.h"
#include "coordinates.h"
#include "csv.h"
#include "ogr_read.h"
#include "paths.h"
#include "retype.h"
#include "selection.h"

namespace cartouche {

using namespace source_internal;

namespace {

std::vector<std::string> names_of(const Table& table) {
  std::vector<std::string> names;
  for (const Column& column : table.columns()) names.push_back(column.name());
  return names;
}

void apply_types(Table& table, const ReadOptions& options) {
  for (const std::string& name : names_of(table))
    if (const auto type = stated_type(options, name))
      table.set_column(retyped(table.column(name), *type, shown(options.path)));
}

// The spatial filter of a source whose places are columns.
void keep_within(Table& table, const Box& bounds) {
  const std::span<const Point> points = table.geometry()->shapes.points();
  std::vector<GeometryArray::Index> rows;
  for (std::size_t row = 0; row < points.size(); ++row)
    if (bounds.contains(points[row])) rows.push_back(static_cast<GeometryArray::Index>(row));
  table = table.take(rows);
}

Type type_named(const project::Text& text) {
  const std::vector<std::string> names = {"text", "integer", "real", "boolean"};
  const auto found = std::find(names.begin(), names.end(), text.value);
  if (found == names.end())
    throw usage_error(text.where, "unknown type '" + text.value + "'", suggestion(text.value, names));
  return static_cast<Type>(found - names.begin());
}

std::map<std::string, Location> places_of(const project::Source& source) {
  std::map<std::string, Location> places;
  const auto add = [&](const char* option, const std::optional<project::Text>& text) {
    if (text) places.emplace(option, text->where);
  };
  add("layer", source.layer);
  add("encoding", source.encoding);
  add("delimiter", source.delimiter);
  add("crs", source.crs);
  add("x", source.x);
  add("y", source.y);
  add("id", source.id);
  for (const auto& [column, type] : source.types) places.emplace("types." + column, type.where);
  return places;
}

std::string value_of(const std::optional<project::Text>& text) {
  return text ? text->value : std::string();
}

}  // namespace

const Location& ReadOptions::place(const std::string& option) const {
  const auto found = places.find(option);
  return found == places.end() ? asked_at : found->second;
}

Table read_source(const ReadOptions& options, Diagnostics& diagnostics) {
  require_source(options.path, options.asked_at);
  const bool text = is_delimited_text(options.path);
  Table table = text ? read_csv(options, diagnostics) : read_ogr(options, diagnostics);
  if (!text) apply_types(table, options);
  if (table.find(options.id) != nullptr) table.set_id_column(options.id);  // for messages from here on
  const bool own_geometry = table.geometry().has_value();
  if (!options.x.empty() || !options.y.empty()) {
    place_points(table, options, diagnostics);
    if (options.bounds && (text || !own_geometry)) keep_within(table, *options.bounds);
  } else if (own_geometry && table.geometry()->crs.definition().empty()) {
    throw usage_error(options.asked_at, "'" + shown(options.path) + "' does not say its CRS",
                      options.crs_hint.empty() ? "state it with crs: EPSG:…" : options.crs_hint);
  }
  const std::string layer = options.layer.empty() ? table.name() : options.layer;
  add_admin_express_names(table, admin_express_aliases(names_of(table), layer));
  drop_unasked(table, options);
  if (!options.id.empty()) table.set_id_column(options.id);
  return table;
}

ReadOptions options_of(const project::Project& project, const project::Source& source) {
  ReadOptions options;
  options.path = project::source_path(project, source);
  options.layer = value_of(source.layer);
  options.encoding = value_of(source.encoding);
  options.delimiter = value_of(source.delimiter);
  options.crs = value_of(source.crs);
  options.x = value_of(source.x);
  options.y = value_of(source.y);
  options.id = value_of(source.id);
  for (const auto& [column, type] : source.types) options.types.emplace(column, type_named(type));
  options.asked_at = source.path.where.file.empty() ? source.where : source.path.where;
  options.places = places_of(source);
  return options;
}

}  // namespace cartouche
