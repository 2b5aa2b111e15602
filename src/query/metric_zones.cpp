#include "metric_zones.h"

#include <cmath>
#include <numbers>

namespace cartouche::query {
namespace {

// Degrees between vertices where zones come in longitude and latitude: 1.1 km, over which a straight line
// there and one in a projected system of ours differ by some centimetres.
constexpr double kLongestEdge = 0.01;

std::size_t territory_count() {
  return territories().size();
}

int territory_of(const Box& lon_lat) {
  const Territory* found = territory_at(lon_lat.center());
  return found ? static_cast<int>(found - territories().data()) : -1;
}

// At least so many metres between any two places of the boxes.
double metres_between(const Box& a, const Box& b) {
  constexpr double kLeastMetresADegree = 110500;
  const double highest =
      std::max({std::abs(a.min.y), std::abs(a.max.y), std::abs(b.min.y), std::abs(b.max.y)});
  const double lat = std::max({a.min.y - b.max.y, b.min.y - a.max.y, 0.0});
  const double lon = std::max({a.min.x - b.max.x, b.min.x - a.max.x, 0.0});
  return kLeastMetresADegree *
         std::max(lat, lon * std::cos(std::min(highest, 90.0) * std::numbers::pi / 180));
}

}  // namespace

ZoneParts::ZoneParts(const GeometryColumn& zones) : shapes_(zones.shapes), crs_(zones.crs) {
  const Crs wgs84 = Crs::from_text("EPSG:4326");
  lon_lat_ = crs_ == wgs84 ? shapes_ : transformed(shapes_, crs_, wgs84);
  const auto add = [&](const Box& box) {
    boxes_.push_back(box);
    territory_.push_back(territory_of(box));
  };
  if (shapes_.kind() == GeometryKind::point) {
    for (std::size_t i = 0; i < lon_lat_.size(); ++i) add(lon_lat_.box(i));
    return;
  }
  // The parts of both arrays are the same, unless one had no image: then the whole is measured by lon_lat_.
  if (lon_lat_.part_count() != shapes_.part_count()) {
    shapes_ = lon_lat_;
    crs_ = wgs84;
  }
  for (Index part = 0; part < lon_lat_.part_count(); ++part) {
    Box box;
    for (const Point p : lon_lat_.ring(lon_lat_.ring_begin(part))) box.extend(p);
    add(box);
  }
}

template <class Keep>
GeometryArray ZoneParts::parts(const GeometryArray& from, const Keep& keep) const {
  GeometryArray kept(from.kind());
  for (std::size_t feature = 0; feature < from.size(); ++feature) {
    if (from.kind() == GeometryKind::point) {
      if (keep(feature))
        kept.add_point(from.points()[feature]);
      else
        kept.add_missing();
      continue;
    }
    for (Index part = from.part_begin(feature); part < from.part_end(feature); ++part) {
      if (!keep(part)) continue;
      for (Index r = from.ring_begin(part); r < from.ring_end(part); ++r) kept.add_ring(from.ring(r));
      kept.end_part();
    }
    kept.end_feature();
  }
  return kept;
}

GeometryArray ZoneParts::inside(int territory) const {
  return parts(shapes_, [&](std::size_t part) { return territory_[part] == territory; });
}

GeometryArray ZoneParts::outside(int territory) const {
  return parts(lon_lat_, [&](std::size_t part) { return territory < 0 || territory_[part] != territory; });
}

double ZoneParts::gap(int territory) const {
  if (territory < 0) return 0;
  double least = std::numeric_limits<double>::infinity();
  const Box& extent = territories()[static_cast<std::size_t>(territory)].extent;
  for (std::size_t part = 0; part < boxes_.size(); ++part)
    if (territory_[part] != territory && !boxes_[part].empty())
      least = std::min(least, metres_between(extent, boxes_[part]));
  return least;
}

MetricZones::MetricZones(const ZoneParts& parts, int territory)
    : parts_(parts), territory_(territory), gap_(parts.gap(territory)) {
  if (territory < 0 || static_cast<std::size_t>(territory) >= territory_count()) return;
  GeometryArray shapes = parts.inside(territory);
  const Crs local = Crs::from_text(territories()[static_cast<std::size_t>(territory)].crs);
  if (!(parts.crs() == local))
    shapes = transformed(shapes, parts.crs(), local, parts.crs().is_geographic() ? kLongestEdge : 0);
  index_.emplace(shapes);
  if (shapes.kind() == GeometryKind::polygon) locator_.emplace(shapes);
}

const GeodesicZones& MetricZones::elsewhere() const {
  std::call_once(once_, [this] { elsewhere_.emplace(parts_.outside(territory_)); });
  return *elsewhere_;
}

void MetricZones::find_near(Point at, double limit, std::vector<Hit>& hits) const {
  hits.clear();
  if (!index_) return;
  index_->within(at, limit, hits);
  if (!locator_) return;
  std::vector<Index> holders;
  locator_->locate_all(at, holders);
  for (const Index zone : holders) hits.push_back({zone, 0});
  keep_nearest_of_each(hits);
}

Hit MetricZones::nearest_here(Point at, double limit) const {
  if (!index_) return {};
  if (locator_) {
    const Index holder = locator_->locate_one(at);
    if (holder != PointLocator::kNone) return {holder, 0};
  }
  return index_->nearest(at, limit);
}

void MetricZones::find(Point at, Point lon_lat, const Predicate& predicate, std::vector<Hit>& hits) const {
  if (predicate.kind == Predicate::Kind::dwithin) {
    find_near(at, predicate.metres, hits);
    if (predicate.metres < gap_) return;
    std::vector<Hit> far;
    elsewhere().within(lon_lat, predicate.metres, far);
    hits.insert(hits.end(), far.begin(), far.end());
    return keep_nearest_of_each(hits);
  }
  hits.clear();
  Hit best = nearest_here(at, predicate.metres);
  const double reach = std::min(best.metres, predicate.metres);
  if (!(reach < gap_) && gap_ < std::numeric_limits<double>::infinity()) {
    const Hit far = elsewhere().nearest(lon_lat, reach);
    if (far.before(best)) best = far;
  }
  if (best.found()) hits.push_back(best);
}

}  // namespace cartouche::query
