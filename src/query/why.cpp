#include "cartouche/query/why.h"

#include <algorithm>
#include <cmath>

#include "cartouche/geometry/measure.h"
#include "matches.h"
#include "zone_set.h"

namespace cartouche::query {
namespace {

// Degrees between vertices, as for all distances to zones in longitude and latitude.
constexpr double kLongestEdge = 0.01;

// Metres from a place to the border of one zone, in the projected system there.
double metres_to_border(Point lon_lat, const GeometryColumn& zones, Index zone) {
  Box place;
  place.extend(lon_lat);
  const Crs local = local_crs(place);
  const std::vector<Index> one{zone};
  GeometryArray shape = zones.shapes.take(one);
  if (!(zones.crs == local))
    shape = transformed(shape, zones.crs, local, zones.crs.is_geographic() ? kLongestEdge : 0);
  return distance_to_boundary(shape, 0, Transform(Crs::from_text("EPSG:4326"), local)(lon_lat));
}

struct Asked {
  const GeometryColumn& point;
  const Frames& frames;
  const ReadySet& set;

  Matches ask(const Predicate& predicate) const { return match(point, frames, set.geometry(), predicate, 1); }
};

double rounded(double metres) {
  return std::round(metres * 1000) / 1000;
}

}  // namespace

std::vector<Sighting> explain(const Table& points, std::size_t row, const ZoneSet& set, double tolerance) {
  const std::vector<Index> one{static_cast<Index>(row)};
  const Table point = points.take(one);
  if (!point.geometry() || point.geometry()->shapes.kind() != GeometryKind::point)
    throw usage_error({}, "the rows of '" + points.name() + "' are no points");
  const Frames frames = frames_of(*point.geometry());
  const ReadySet ready = make_ready(set, {}, GeometryKind::point);
  const Asked asked{*point.geometry(), frames, ready};
  std::vector<Sighting> sightings;
  if (is_missing(frames.lon_lat[0])) return sightings;
  const auto add = [&](Index zone, bool inside, double metres) {
    for (const Sighting& known : sightings)
      if (known.key == ready.keys[zone]) return;
    sightings.push_back({ready.name, ready.keys[zone], inside, rounded(metres), metres < tolerance});
  };
  for (const Index zone : asked.ask({Predicate::Kind::within}).zones)
    add(zone, true, metres_to_border(frames.lon_lat[0], ready.geometry(), zone));
  const bool none_holds_it = sightings.empty();
  for (const Index zone : asked.ask({Predicate::Kind::dwithin, tolerance}).zones)
    add(zone, false, metres_to_border(frames.lon_lat[0], ready.geometry(), zone));
  if (none_holds_it && sightings.empty()) {
    const Matches nearest = asked.ask({Predicate::Kind::nearest});
    for (const Index zone : nearest.zones) add(zone, false, nearest.metres[0]);
  }
  std::stable_sort(sightings.begin(), sightings.end(), [](const Sighting& a, const Sighting& b) {
    return a.inside != b.inside ? a.inside : a.metres < b.metres;
  });
  return sightings;
}

}  // namespace cartouche::query
