#include "zone_set.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <unordered_set>

#include "cartouche/geometry/geometry_array.h"

namespace cartouche::query {
namespace {

using Index = GeometryArray::Index;

// Of latitude, and of longitude at the equator: the least on the ellipsoid (WGS 84, at the equator).
constexpr double kMetresPerDegree = 110'574;

bool names_every_row(const Column& column) {
  if (column.has_missing()) return false;
  std::unordered_set<std::string> seen;
  for (std::size_t row = 0; row < column.size(); ++row)
    if (!seen.insert(column.text(row)).second) return false;
  return true;
}

// The box of a box's outline in another system; not finite where a part of it has no place there.
Box outline_in(const Box& box, const Crs& from, const Crs& to) {
  if (from == to) return box;
  constexpr int kPlaces = 64;  // a side
  const Transform transform(from, to);
  Box image;
  for (int i = 0; i <= kPlaces; ++i) {
    const double x = box.min.x + i * box.width() / kPlaces, y = box.min.y + i * box.height() / kPlaces;
    for (const Point p :
         {Point{x, box.min.y}, Point{x, box.max.y}, Point{box.min.x, y}, Point{box.max.x, y}}) {
      const Point moved = transform(p);
      if (!std::isfinite(moved.x) || !std::isfinite(moved.y)) return {};
      image.extend(moved);
    }
  }
  return image;
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
  // Named zones before those without a name.
  std::stable_sort(order.begin(), order.end(), [&](Index a, Index b) {
    return keys[a].empty() != keys[b].empty() ? keys[b].empty() : keys[a] < keys[b];
  });
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

std::optional<Box> reach_of(const ReadySet& set, const Crs& crs) {
  if (set.measures() && !std::isfinite(set.predicate.metres)) return std::nullopt;
  const GeometryColumn& zones = set.geometry();
  const Box box = outline_in(zones.shapes.box(), zones.crs, crs);
  // Wider by a hundredth, for edges that bend between the places looked at; for distances twice as far as
  // asked, which no projection of a territory stretches.
  double margin = 0.01 * std::max(box.width(), box.height());
  if (set.measures() && crs.is_geographic()) {
    const double north = std::min(89.0, std::max(std::abs(box.min.y), std::abs(box.max.y)) + 1);
    margin += 2 * set.predicate.metres / (kMetresPerDegree * std::cos(north * std::numbers::pi / 180));
  } else if (set.measures()) {
    margin += 2 * set.predicate.metres;
  }
  const Box reach = box.expanded(margin);
  const bool is_finite = std::isfinite(reach.min.x + reach.min.y + reach.max.x + reach.max.y);
  return is_finite ? std::optional(reach) : std::nullopt;
}

}  // namespace cartouche::query
