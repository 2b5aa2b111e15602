#include "coordinates.h"

#include <cmath>

#include "cartouche/base/blanks.h"
#include "cartouche/base/finding_codes.h"
#include "cartouche/crs/reading.h"
#include "coordinate_text.h"
#include "number_text.h"
#include "paths.h"

namespace cartouche::source_internal {
namespace {

// Some sources count longitudes from 0 to 360.
bool is_on_globe(Point p) {
  return std::abs(p.x) <= 360 && std::abs(p.y) <= 90;
}

void require_all_three(const ReadOptions& options) {
  const bool one_column = !options.lat_lon.empty() || !options.xy.empty();
  if (one_column && !(options.x.empty() && options.y.empty()))
    throw usage_error(options.asked_at, "x and y do not go with a column of both");
  if (!one_column && (options.x.empty() || options.y.empty()))
    throw usage_error(options.asked_at, "coordinates need both x and y",
                      options.x.empty() ? "name the column of x" : "name the column of y");
  if (options.crs.empty())
    throw usage_error(options.place("crs"), "coordinates in columns need their CRS",
                      options.crs_hint.empty() ? "state it with crs: EPSG:4326" : options.crs_hint);
}

}  // namespace

PointPlacer::PointPlacer(const ReadOptions& options) : options_(options) {
  require_all_three(options);
  crs_ = Crs::from_text(options.crs, options.place("crs"));
}

void PointPlacer::count(const Table& table, std::span<const Point> points, std::size_t before) {
  const bool numbered = table.id_column().empty();
  for (std::size_t row = 0; row < points.size(); ++row) {
    const Point p = points[row], swapped{p.y, p.x};
    if (is_missing(p)) continue;
    if (present_++ < kSample) sample_.push_back(p);
    swapped_on_globe_ += is_on_globe(swapped) ? 1 : 0;
    if (is_on_globe(p))
      ++on_globe_;
    else
      outside_.push_back(numbered ? std::to_string(before + row + 1) : table.row_id(row));
    // One place in a territory settles that they are not swapped.
    if (in_france_ > 0) continue;
    in_france_ += territory_at(p) != nullptr ? 1 : 0;
    swapped_in_france_ += territory_at(swapped) != nullptr ? 1 : 0;
  }
}

GeometryArray PointPlacer::points_of_pairs(const Table& table, std::size_t before) const {
  const bool swapped = !options_.lat_lon.empty();
  const std::string& name = swapped ? options_.lat_lon : options_.xy;
  const Column& column = table.column(name, options_.place(swapped ? "lat_lon" : "xy"));
  GeometryArray points(GeometryKind::point);
  points.reserve_points(table.row_count());
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const std::string text = column.text(row);
    if (without_blanks(text).empty()) {
      points.add_missing();
      continue;
    }
    const auto pair = parse_pair(text);
    if (!pair)
      throw data_error({shown(options_.path)},
                       "row " + std::to_string(before + row + 1) + ": " + shortened(text) + " in column '" +
                           name + "' is no pair of coordinates",
                       "written as 48.8566, 2.3522");
    points.add_point(swapped ? Point{pair->y, pair->x} : *pair);
  }
  return points;
}

GeometryArray PointPlacer::points_of_two(const Table& table) const {
  const Column& x = table.column(options_.x, options_.place("x"));
  const Column& y = table.column(options_.y, options_.place("y"));
  for (const Column* column : {&x, &y})
    if (column->type() == Type::text || column->type() == Type::boolean)
      throw usage_error(options_.asked_at, "the column '" + column->name() +
                                               "' of coordinates is stated as " + type_name(column->type()));
  GeometryArray points(GeometryKind::point);
  points.reserve_points(table.row_count());
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const Point p{x.number(row), y.number(row)};
    points.add_point(std::isnan(p.x) || std::isnan(p.y) ? kMissingPoint : p);
  }
  return points;
}

void PointPlacer::place(Table& table, std::size_t before) {
  const bool one_column = !options_.lat_lon.empty() || !options_.xy.empty();
  GeometryColumn places{one_column ? points_of_pairs(table, before) : points_of_two(table), crs_};
  if (crs_.is_geographic()) count(table, places.shapes.points(), before);
  table.set_geometry(std::move(places));
}

void PointPlacer::check(Diagnostics& diagnostics) const {
  const Location where{shown(options_.path)};
  const std::string columns = options_.x.empty() ? "the values of '" + options_.lat_lon + options_.xy + "'"
                                                 : "'" + options_.x + "' and '" + options_.y + "'";
  if (present_ > 2 * on_globe_) {
    const bool swapped = 2 * swapped_on_globe_ > present_;
    const auto reading = french_reading(sample_, crs_);
    throw data_error(where, columns + " are no longitudes and latitudes of " + options_.crs,
                     swapped   ? "x and y look swapped"
                     : reading ? "they look like " + reading->crs + "; state it"
                               : "state the CRS that they are in");
  }
  if (!outside_.empty())
    diagnostics.add(finding("off-the-globe"), "coordinates that are no longitude and latitude", where,
                    outside_);
  if (in_france_ == 0 && 2 * swapped_in_france_ > present_)
    diagnostics.add(finding("swapped-coordinates"),
                    columns +
                        " look swapped: no place is in a French territory, most would be the other way "
                        "round",
                    where);
}

}  // namespace cartouche::source_internal
