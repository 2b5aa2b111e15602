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
  double metres_to(Index zone) const {
    const std::vector<Index> one{zone};
    const GeometryColumn alone{set.geometry().shapes.take(one), set.geometry().crs};
    return match(point, frames, alone, {Predicate::Kind::nearest}, 1).metres[0];
  }
};

double rounded(double metres) {
  return std::round(metres * 1000) / 1000;
}

// Zones asked by distance.
void look_within_reach(const Asked& asked, double tolerance, std::vector<Sighting>& sightings) {
  const Predicate& predicate = asked.set.predicate;
  std::vector<Index> zones;
  if (predicate.kind == Predicate::Kind::dwithin)
    zones = asked.ask({Predicate::Kind::dwithin, predicate.metres + tolerance}).zones;
  if (zones.empty()) zones = asked.ask({Predicate::Kind::nearest}).zones;
  for (const Index zone : zones) {
    const double metres = asked.metres_to(zone);
    const Sighting seen{asked.set.name,
                        asked.set.keys[zone],
                        metres <= predicate.metres,
                        rounded(metres),
                        std::abs(metres - predicate.metres) < tolerance,
                        predicate.metres};
    const auto known = std::find_if(sightings.begin(), sightings.end(),
                                    [&](const Sighting& one) { return one.key == seen.key; });
    if (known == sightings.end())
      sightings.push_back(seen);
    else if (seen.metres < known->metres)
      *known = seen;
  }
}

// Zones that the point lies in or not.
void look_inside(const Asked& asked, double tolerance, std::vector<Sighting>& sightings) {
  const ReadySet& ready = asked.set;
  const Point lon_lat = asked.frames.lon_lat[0];
  const auto add = [&](Index zone, bool inside, double metres) {
    for (const Sighting& known : sightings)
      if (known.key == ready.keys[zone]) return;
    sightings.push_back({ready.name, ready.keys[zone], inside, rounded(metres), metres < tolerance});
  };
  for (const Index zone : asked.ask({Predicate::Kind::within}).zones)
    add(zone, true, metres_to_border(lon_lat, ready.geometry(), zone));
  const bool none_holds_it = sightings.empty();
  for (const Index zone : asked.ask({Predicate::Kind::dwithin, tolerance}).zones)
    add(zone, false, metres_to_border(lon_lat, ready.geometry(), zone));
  if (none_holds_it && sightings.empty()) {
    const Matches nearest = asked.ask({Predicate::Kind::nearest});
    for (const Index zone : nearest.zones) add(zone, false, nearest.metres[0]);
  }
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
  if (ready.measures())
    look_within_reach(asked, tolerance, sightings);
  else
    look_inside(asked, tolerance, sightings);
  std::stable_sort(sightings.begin(), sightings.end(), [](const Sighting& a, const Sighting& b) {
    return a.inside != b.inside ? a.inside : a.metres < b.metres;
  });
  return sightings;
}

}  // namespace cartouche::query
