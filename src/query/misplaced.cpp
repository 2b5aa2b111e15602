#include "misplaced.h"

#include <algorithm>

#include "cartouche/crs/reading.h"

namespace cartouche::query {
namespace {

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
bool within_zones(const Frames& frames, const ReadySet& set) {
  constexpr std::size_t kAsked = 1000;
  const GeometryColumn& zones = set.geometry();
  const Transform to_ground(zones.crs, Crs::from_text("EPSG:4326"));
  std::vector<Point> asked;
  for (std::size_t i = 0; i < frames.lon_lat.size() && asked.size() < kAsked; ++i)
    if (!is_missing(frames.lon_lat[i])) asked.push_back(frames.lon_lat[i]);
  for (std::size_t zone = 0; zone < zones.shapes.size(); ++zone) {
    if (zones.shapes.is_missing(zone)) continue;
    const Box box = transformed(zones.shapes.box(zone), to_ground);
    if (std::any_of(asked.begin(), asked.end(), [&](Point p) { return box.contains(p); })) return true;
  }
  return false;
}

}  // namespace

void refuse_misplaced_points(const Table& points, const Frames& frames, std::span<const ReadySet> sets) {
  const auto& territory = frames.territory;
  if (std::any_of(territory.begin(), territory.end(), [](int number) { return number >= 0; })) return;
  if (std::any_of(sets.begin(), sets.end(), [&](const ReadySet& set) { return within_zones(frames, set); }))
    return;
  const GeometryColumn& geometry = *points.geometry();
  const bool are_points = geometry.shapes.kind() == GeometryKind::point;
  const auto own = geometry.shapes.points();
  const std::vector<Point> places =
      are_points ? std::vector<Point>(own.begin(), own.end()) : middles(geometry.shapes);
  const auto placed = static_cast<std::size_t>(
      std::count_if(places.begin(), places.end(), [](Point p) { return !is_missing(p); }));
  if (placed == 0) return;
  if (const auto reading = french_reading(places, geometry.crs))
    refuse({"point", "", {points.name(), 0, 0}}, geometry.crs, *reading, placed);
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
