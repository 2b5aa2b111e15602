#include "geodesic_zones.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "cartouche/crs/crs.h"
#include "cartouche/geometry/point_locator.h"

namespace cartouche::query {
namespace {

// WGS 84.
constexpr double kSemiMajor = 6378137.0;
constexpr double kFlattening = 1 / 298.257223563;

struct Vector {
  double x, y, z;
  Vector operator-(const Vector& o) const { return {x - o.x, y - o.y, z - o.z}; }
  double dot(const Vector& o) const { return x * o.x + y * o.y + z * o.z; }
};

// Geocentric metres of a place on the ellipsoid.
Vector geocentric(Point lon_lat) {
  const double lon = lon_lat.x * std::numbers::pi / 180, lat = lon_lat.y * std::numbers::pi / 180;
  const double e2 = kFlattening * (2 - kFlattening);
  const double n = kSemiMajor / std::sqrt(1 - e2 * std::sin(lat) * std::sin(lat));
  return {n * std::cos(lat) * std::cos(lon), n * std::cos(lat) * std::sin(lon), n * (1 - e2) * std::sin(lat)};
}

double squared_chord(const Vector& p, const Vector& a, const Vector& b) {
  const Vector along = b - a, to = p - a;
  const double length2 = along.dot(along);
  const double t = length2 > 0 ? std::clamp(to.dot(along) / length2, 0.0, 1.0) : 0;
  const Vector rest{to.x - t * along.x, to.y - t * along.y, to.z - t * along.z};
  return rest.dot(rest);
}

struct Segment {
  Point a, b;
  Vector from, to;
  Index feature;
};

// Along a segment the distance falls, then rises: ternary search.
double distance_to(Point p, const Segment& segment) {
  double low = 0, high = 1;
  const auto at = [&](double t) {
    return geodesic_distance(
        p, {segment.a.x + t * (segment.b.x - segment.a.x), segment.a.y + t * (segment.b.y - segment.a.y)});
  };
  if (segment.a == segment.b) return at(0);
  constexpr int kSteps = 60;
  for (int step = 0; step < kSteps; ++step) {
    const double one = low + (high - low) / 3, two = high - (high - low) / 3;
    if (at(one) <= at(two))
      high = two;
    else
      low = one;
  }
  return std::min({at(0), at((low + high) / 2), at(1)});
}

}  // namespace

struct GeodesicZones::Data {
  std::vector<Segment> segments;
  std::optional<PointLocator> locator;
};

GeodesicZones::~GeodesicZones() = default;

GeodesicZones::GeodesicZones(const GeometryArray& lon_lat) {
  auto data = std::make_unique<Data>();
  const auto add = [&](Point a, Point b, Index feature) {
    data->segments.push_back({a, b, geocentric(a), geocentric(b), feature});
  };
  for (Index feature = 0; feature < lon_lat.size(); ++feature) {
    if (lon_lat.is_missing(feature)) continue;
    if (lon_lat.kind() == GeometryKind::point) {
      add(lon_lat.points()[feature], lon_lat.points()[feature], feature);
      continue;
    }
    for (Index part = lon_lat.part_begin(feature); part < lon_lat.part_end(feature); ++part)
      for (Index r = lon_lat.ring_begin(part); r < lon_lat.ring_end(part); ++r) {
        const auto ring = lon_lat.ring(r);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) add(ring[i], ring[i + 1], feature);
      }
  }
  if (lon_lat.kind() == GeometryKind::polygon) data->locator.emplace(lon_lat);
  data_ = std::move(data);
}

void GeodesicZones::within(Point lon_lat, double limit, std::vector<Hit>& hits) const {
  hits.clear();
  if (is_missing(lon_lat)) return;
  const Vector p = geocentric(lon_lat);
  // Segments come feature by feature: the nearest of each by chord, then its geodesic.
  for (std::size_t i = 0; i < data_->segments.size();) {
    const Index feature = data_->segments[i].feature;
    std::size_t best = i;
    double least = std::numeric_limits<double>::infinity();
    for (; i < data_->segments.size() && data_->segments[i].feature == feature; ++i) {
      const double chord = squared_chord(p, data_->segments[i].from, data_->segments[i].to);
      if (chord < least) {
        least = chord;
        best = i;
      }
    }
    // A chord is never longer than the geodesic, but for the straightness of the segment's own chord.
    if (std::sqrt(least) > limit * 1.001 + 1000) continue;
    const double metres = distance_to(lon_lat, data_->segments[best]);
    if (metres <= limit) hits.push_back({feature, metres});
  }
  if (data_->locator) {
    std::vector<Index> holders;
    data_->locator->locate_all(lon_lat, holders);
    for (const Index feature : holders) hits.push_back({feature, 0});
  }
  keep_nearest_of_each(hits);
}

Hit GeodesicZones::nearest(Point lon_lat, double limit) const {
  Hit best;
  if (is_missing(lon_lat) || data_->segments.empty()) return best;
  const Vector p = geocentric(lon_lat);
  const Segment* first = nullptr;
  double least = std::numeric_limits<double>::infinity();
  for (const Segment& segment : data_->segments) {
    const double chord = squared_chord(p, segment.from, segment.to);
    if (chord >= least) continue;
    least = chord;
    first = &segment;
  }
  std::vector<Hit> hits;
  within(lon_lat, std::min(limit, distance_to(lon_lat, *first)), hits);
  for (const Hit& hit : hits)
    if (hit.before(best)) best = hit;
  return best;
}

}  // namespace cartouche::query
