#include "misplaced.h"

#include <algorithm>

#include "cartouche/crs/reading.h"

namespace cartouche::query {
namespace {

// Points that tell for all.
constexpr std::size_t kSample = 10000;

// "point" or "zone", and whose.
struct Things {
  std::string one, of;
  Location where;
};

[[noreturn]] void refuse(const Things& things, const Crs& declared, const CoordinateReading& reading,
                         std::size_t placed) {
  const bool same_system = reading.crs == declared.definition();
  const std::string count = std::to_string(reading.count) + " of " + std::to_string(placed) + " would ";
  std::string message, would, hint;
  if (same_system) {
    message = "the axes look swapped";
    would = "with x for y";
    hint =
        declared.is_geographic() ? "x is the longitude, y the latitude" : "x is the easting, y the northing";
  } else {
    message = "the coordinates look like " + reading.crs + (reading.swapped ? " with the axes swapped" : "") +
              ", not like " + declared.definition();
    would = "as " + reading.crs;
    hint = "state their CRS, " + reading.crs;
  }
  throw data_error(
      things.where,
      message + ": no " + things.one + things.of + " lies in a French territory, and " + count + would, hint);
}

std::vector<Point> middles(const GeometryArray& shapes) {
  std::vector<Point> all;
  for (std::size_t i = 0; i < shapes.size(); ++i)
    if (!shapes.is_missing(i)) all.push_back(shapes.box(i).center());
  return all;
}

// Whether some point may lie in a zone: in the box of one, not of all, as a box around all of France holds
// half of the globe. A thousand points tell.
bool within_zones(std::span<const Point> lon_lat, const ReadySet& set) {
  constexpr std::size_t kAsked = 1000;
  const GeometryColumn& zones = set.geometry();
  const Transform to_ground(zones.crs, Crs::from_text("EPSG:4326"));
  const auto asked = lon_lat.first(std::min(lon_lat.size(), kAsked));
  for (std::size_t zone = 0; zone < zones.shapes.size(); ++zone) {
    if (zones.shapes.is_missing(zone)) continue;
    const Box box = transformed(zones.shapes.box(zone), to_ground);
    if (std::any_of(asked.begin(), asked.end(), [&](Point p) { return box.contains(p); })) return true;
  }
  return false;
}

}  // namespace

void MisplacedPoints::add(const Table& table, const Frames& frames, std::span<const ReadySet> sets) {
  const GeometryColumn& points = *table.geometry();
  const bool are_points = points.shapes.kind() == GeometryKind::point;
  for (std::size_t row = 0; row < frames.lon_lat.size() && !settled_; ++row) {
    settled_ = frames.territory[row] >= 0;
    if (settled_ || is_missing(frames.lon_lat[row])) continue;
    places_.push_back(are_points ? points.shapes.points()[row] : points.shapes.box(row).center());
    lon_lat_.push_back(frames.lon_lat[row]);
    if (places_.size() < kSample) continue;
    finish(table, sets);
    settled_ = true;
  }
}

void MisplacedPoints::finish(const Table& table, std::span<const ReadySet> sets) const {
  if (settled_ || places_.empty()) return;
  if (std::any_of(sets.begin(), sets.end(), [&](const ReadySet& set) { return within_zones(lon_lat_, set); }))
    return;
  const Crs& crs = table.geometry()->crs;
  if (const auto reading = french_reading(places_, crs))
    refuse({"point", "", {table.name(), 0, 0}}, crs, *reading, places_.size());
}

void refuse_misplaced_zones(const ReadySet& set) {
  const GeometryColumn& zones = set.geometry();
  const std::vector<Point> places = middles(zones.shapes);
  const Transform to_ground(zones.crs, Crs::from_text("EPSG:4326"));
  if (std::any_of(places.begin(), places.end(),
                  [&](Point p) { return territory_at(to_ground(p)) != nullptr; }))
    return;
  if (const auto reading = french_reading(places, zones.crs))
    refuse({"zone", " of '" + set.name + "'", {}}, zones.crs, *reading, places.size());
}

}  // namespace cartouche::query
