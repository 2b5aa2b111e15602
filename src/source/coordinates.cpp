#include "coordinates.h"

#include <cmath>

#include "cartouche/crs/reading.h"
#include "paths.h"

namespace cartouche::source_internal {
namespace {

// Some sources count longitudes from 0 to 360.
bool is_on_globe(Point p) {
  return std::abs(p.x) <= 360 && std::abs(p.y) <= 90;
}

void require_all_three(const ReadOptions& options) {
  if (options.x.empty() || options.y.empty())
    throw usage_error(options.asked_at, "coordinates need both x and y",
                      options.x.empty() ? "name the column of x" : "name the column of y");
  if (options.crs.empty())
    throw usage_error(options.place("crs"), "coordinates in columns need their CRS",
                      options.crs_hint.empty() ? "state it with crs: EPSG:4326" : options.crs_hint);
}

struct Tally {
  std::size_t present = 0, on_globe = 0, swapped_on_globe = 0;
  std::vector<std::string> outside;
};

Tally tally(const Table& table, std::span<const Point> points) {
  Tally counts;
  for (std::size_t row = 0; row < points.size(); ++row) {
    const Point p = points[row];
    if (is_missing(p)) continue;
    const Point swapped{p.y, p.x};
    ++counts.present;
    counts.swapped_on_globe += is_on_globe(swapped) ? 1 : 0;
    if (!is_on_globe(p)) {
      counts.outside.push_back(table.row_id(row));
      continue;
    }
    ++counts.on_globe;
  }
  return counts;
}

// No place lies in a French territory, and most would the other way round.
bool look_swapped(std::span<const Point> points, std::size_t present) {
  std::size_t swapped_in_france = 0;
  for (const Point p : points) {
    if (is_missing(p)) continue;
    if (territory_at(p) != nullptr) return false;
    swapped_in_france += territory_at({p.y, p.x}) != nullptr ? 1 : 0;
  }
  return 2 * swapped_in_france > present;
}

void check_degrees(const Table& table, const ReadOptions& options, const GeometryColumn& places,
                   Diagnostics& diagnostics) {
  const std::span<const Point> points = places.shapes.points();
  const Location where{shown(options.path)};
  const Tally counts = tally(table, points);
  const std::string columns = "'" + options.x + "' and '" + options.y + "'";
  if (counts.present > 2 * counts.on_globe) {
    const bool swapped = 2 * counts.swapped_on_globe > counts.present;
    const auto reading = french_reading(points, places.crs);
    throw data_error(where, columns + " are no longitudes and latitudes of " + options.crs,
                     swapped   ? "x and y look swapped"
                     : reading ? "they look like " + reading->crs + "; state it"
                               : "state the CRS that they are in");
  }
  if (!counts.outside.empty())
    diagnostics.add(Severity::warning, "off-the-globe", "coordinates that are no longitude and latitude",
                    where, counts.outside);
  if (look_swapped(points, counts.present))
    diagnostics.add(Severity::warning, "swapped-coordinates",
                    columns +
                        " look swapped: no place is in a French territory, most would be the other way "
                        "round",
                    where);
}

}  // namespace

void place_points(Table& table, const ReadOptions& options, Diagnostics& diagnostics) {
  require_all_three(options);
  GeometryColumn places{GeometryArray(GeometryKind::point),
                        Crs::from_text(options.crs, options.place("crs"))};
  const Column& x = table.column(options.x, options.place("x"));
  const Column& y = table.column(options.y, options.place("y"));
  for (const Column* column : {&x, &y})
    if (column->type() == Type::text || column->type() == Type::boolean)
      throw usage_error(options.asked_at, "the column '" + column->name() + "' of coordinates is stated as " +
                                              type_name(column->type()));
  places.shapes.reserve_points(table.row_count());
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const Point p{x.number(row), y.number(row)};
    places.shapes.add_point(std::isnan(p.x) || std::isnan(p.y) ? kMissingPoint : p);
  }
  if (places.crs.is_geographic()) check_degrees(table, options, places, diagnostics);
  table.set_geometry(std::move(places));
}

}  // namespace cartouche::source_internal
