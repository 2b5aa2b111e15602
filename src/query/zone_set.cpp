#include "zone_set.h"

#include <algorithm>
#include <numeric>
#include <unordered_set>

#include "cartouche/geometry/geometry_array.h"

namespace cartouche::query {
namespace {

using Index = GeometryArray::Index;

bool names_every_row(const Column& column) {
  if (column.has_missing()) return false;
  std::unordered_set<std::string> seen;
  for (std::size_t row = 0; row < column.size(); ++row)
    if (!seen.insert(column.text(row)).second) return false;
  return true;
}

}  // namespace

void check_kinds(const std::string& name, GeometryKind zones, const Predicate& predicate,
                 GeometryKind points) {
  if (zones != GeometryKind::polygon && !predicate.measures())
    throw usage_error({},
                      "the zones of '" + name + "' have no inside: they are " +
                          (zones == GeometryKind::point ? "points" : "lines"),
                      "ask --predicate " + name + "=dwithin:METRES or nearest");
  if (points != GeometryKind::point && predicate.measures())
    throw usage_error({}, "distances are asked of points only, not of lines or polygons",
                      "ask within or intersects");
}

std::string key_column(const Table& zones, const std::string& asked) {
  if (!asked.empty()) return zones.column(asked).name();
  if (!zones.id_column().empty() && zones.find(zones.id_column())) return zones.id_column();
  for (const Column& column : zones.columns())
    if (column.type() != Type::real && column.type() != Type::boolean && names_every_row(column))
      return column.name();
  return "";
}

std::vector<Index> rows_by_key(const Table& zones, const std::string& key) {
  std::vector<Index> order(zones.row_count());
  std::iota(order.begin(), order.end(), Index{0});
  const Column* column = key.empty() ? nullptr : zones.find(key);
  if (!column) return order;
  std::vector<std::string> keys;
  keys.reserve(order.size());
  for (const Index row : order) keys.push_back(column->text(row));
  std::stable_sort(order.begin(), order.end(), [&](Index a, Index b) { return keys[a] < keys[b]; });
  return order;
}

ReadySet make_ready(ZoneSet set, const Question& question, GeometryKind points) {
  const Predicate predicate = set.predicate.value_or(question.predicate);
  if (!set.zones.geometry())
    throw usage_error({}, "the zones of '" + set.name + "' have no geometry",
                      "name their coordinates: ?x=COLUMN&y=COLUMN&crs=EPSG:n; or their communes: "
                      "?commune=COLUMN and --communes");
  const GeometryArray& shapes = set.zones.geometry()->shapes;
  bool empty = true;
  for (std::size_t i = 0; i < shapes.size() && empty; ++i) empty = shapes.is_missing(i);
  if (empty)
    throw data_error({}, "the zones of '" + set.name + "' are empty: " +
                             (shapes.size() == 0 ? "there is no row" : "no row has a geometry"));
  check_kinds(set.name, shapes.kind(), predicate, points);
  const std::string key = key_column(set.zones, set.key);
  const std::vector<Index> order = rows_by_key(set.zones, key);
  if (!std::is_sorted(order.begin(), order.end())) set.zones = set.zones.take(order);
  const Column* column = key.empty() ? nullptr : set.zones.find(key);
  std::vector<std::string> keys;
  for (std::size_t row = 0; row < set.zones.row_count(); ++row)
    keys.push_back(column ? column->text(row) : std::to_string(row + 1));
  return {set.name, std::move(set.zones), std::move(keys), predicate};
}

}  // namespace cartouche::query
