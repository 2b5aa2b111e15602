#include "selection.h"

#include <algorithm>

#include "cartouche/base/words.h"
#include "cartouche/source/admin_express.h"
#include "paths.h"

namespace cartouche::source_internal {
namespace {

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::vector<Alias> aliases_of(const ReadOptions& options, const std::vector<std::string>& names) {
  return admin_express_aliases(names, options.layer.empty() ? stem(options.path) : options.layer);
}

}  // namespace

void check_names(const ReadOptions& options, const std::vector<std::string>& names) {
  // An empty GeoJSON has no fields either: to call one of them missing would send the user the wrong way.
  const bool wants_fields = !options.x.empty() || !options.lat_lon.empty() || !options.xy.empty() ||
                            !options.wkt.empty() || !options.id.empty() || !options.columns.empty();
  if (names.empty() && wants_fields)
    throw data_error(options.asked_at,
                     "'" + shown(options.path) + "' is empty: it holds no feature with fields");
  std::vector<std::string> known = names;
  for (const Alias& alias : aliases_of(options, names)) {
    known.push_back(alias.name);
    if (alias.name == "epci") known.emplace_back("ept");
  }
  const auto require = [&](const std::string& option, const std::string& name,
                           const std::vector<std::string>& among, const char* role) {
    if (name.empty() || contains(among, name)) return;
    throw usage_error(options.place(option),
                      "'" + shown(options.path) + "' has no column '" + name + "'" + role,
                      suggestion(name, among));
  };
  require("x", options.x, names, " for x");
  require("y", options.y, names, " for y");
  require("lat_lon", options.lat_lon, names, " for the coordinates");
  require("xy", options.xy, names, " for the coordinates");
  require("wkt", options.wkt, names, " for the geometry");
  require("id", options.id, known, " for the id");
  for (const auto& [name, type] : options.types) require("types." + name, name, names, " to give a type");
  for (const std::string& name : options.columns) require("", name, known, "");
}

std::vector<bool> selected_columns(const ReadOptions& options, const std::vector<std::string>& names) {
  std::vector<bool> selected(names.size(), options.columns.empty());
  if (options.columns.empty()) return selected;
  std::vector<std::string> wanted = options.columns;
  for (const std::string& name : {options.x, options.y, options.lat_lon, options.xy, options.wkt, options.id})
    wanted.push_back(name);
  for (const Alias& alias : aliases_of(options, names)) {
    const bool membership = alias.name == "epci" && contains(wanted, "ept");
    if (membership || contains(wanted, alias.name)) wanted.push_back(alias.field);
  }
  for (std::size_t i = 0; i < names.size(); ++i) selected[i] = contains(wanted, names[i]);
  return selected;
}

std::optional<Type> stated_type(const ReadOptions& options, const std::string& name) {
  if (const auto found = options.types.find(name); found != options.types.end()) return found->second;
  if (!name.empty() && (name == options.x || name == options.y)) return Type::real;
  if (!name.empty() && (name == options.lat_lon || name == options.xy || name == options.wkt))
    return Type::text;
  return std::nullopt;
}

void drop_unasked(Table& table, const ReadOptions& options) {
  if (options.columns.empty()) return;
  std::vector<std::string> names;
  for (const Column& column : table.columns()) names.push_back(column.name());
  for (const std::string& name : names)
    if (!contains(options.columns, name) && name != options.id) table.drop_column(name);
}

}  // namespace cartouche::source_internal
