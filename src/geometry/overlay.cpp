#include "cartouche/geometry/overlay.h"

#include "cartouche/base/error.h"
#include "cartouche/base/number_format.h"
#include "cartouche/base/parallel.h"
#include "geos.h"

namespace cartouche {
namespace {

/// A geometry GEOS can compute with: itself where that is valid, else rebuilt.
Geos::Geometry made_valid(const Geos& geos, const GEOSGeometry* g) {
  auto params = geos.own(GEOSMakeValidParams_create_r(geos.context()), "repair a polygon");
  GEOSMakeValidParams_setMethod_r(geos.context(), params.get(), GEOS_MAKE_VALID_STRUCTURE);
  GEOSMakeValidParams_setKeepCollapsed_r(geos.context(), params.get(), 0);
  if (GEOSGeometry* result = GEOSMakeValidWithParams_r(geos.context(), g, params.get())) {
    return geos.own(result, "repair a polygon");
  }
  // The structure method unions the shells first and can fail on some inputs where noding the lines does not.
  return geos.own(GEOSMakeValid_r(geos.context(), g), "repair a polygon");
}

using Binary = GEOSGeometry* (*)(GEOSContextHandle_t, const GEOSGeometry*, const GEOSGeometry*);

/// `operation` as GEOS does it, and once more on repaired operands where it gave up on invalid ones.
Geos::Geometry overlay(const Geos& geos, Binary operation, const GEOSGeometry* a, const GEOSGeometry* b,
                       const char* doing) {
  if (GEOSGeometry* result = operation(geos.context(), a, b)) return geos.own(result, doing);
  const auto valid_a = made_valid(geos, a);
  const auto valid_b = made_valid(geos, b);
  return geos.own(operation(geos.context(), valid_a.get(), valid_b.get()), doing);
}

bool all_finite(const GeometryArray& array, std::size_t feature) {
  for (auto part = array.part_begin(feature); part < array.part_end(feature); ++part) {
    for (auto r = array.ring_begin(part); r < array.ring_end(part); ++r) {
      for (const Point p : array.ring(r)) {
        if (!std::isfinite(p.x) || !std::isfinite(p.y)) return false;
      }
    }
  }
  return true;
}

GeometryArray finite_points_only(const GeometryArray& array, std::size_t feature) {
  GeometryArray result(array.kind());
  std::vector<Point> kept;
  for (auto part = array.part_begin(feature); part < array.part_end(feature); ++part) {
    for (auto r = array.ring_begin(part); r < array.ring_end(part); ++r) {
      kept.clear();
      for (const Point p : array.ring(r)) {
        if (std::isfinite(p.x) && std::isfinite(p.y)) kept.push_back(p);
      }
      result.add_ring(kept);
    }
    result.end_part();
  }
  result.end_feature();
  return result;
}

/// Why g is not valid, with the place; empty where it is.
std::string invalidity(const Geos& geos, const GEOSGeometry* g) {
  char* raw_reason = nullptr;
  GEOSGeometry* raw_place = nullptr;
  const char valid = GEOSisValidDetail_r(geos.context(), g, 0, &raw_reason, &raw_place);
  std::string reason;
  if (raw_reason != nullptr) {
    reason = raw_reason;
    GEOSFree_r(geos.context(), raw_reason);
  }
  const Geos::Geometry place{raw_place, Geos::Destroy{geos.context()}};
  if (valid == 1) return {};
  if (reason.empty()) reason = "not valid";
  double x = 0;
  double y = 0;
  if (place && GEOSGeomGetX_r(geos.context(), place.get(), &x) == 1 &&
      GEOSGeomGetY_r(geos.context(), place.get(), &y) == 1) {
    reason += " at " + format_shortest(x) + " " + format_shortest(y);
  }
  return reason;
}

/// Rings that are open or too short never reach GEOS: they are told apart here.
std::string ring_fault(const GeometryArray& polygons, std::size_t feature) {
  for (auto part = polygons.part_begin(feature); part < polygons.part_end(feature); ++part) {
    for (auto r = polygons.ring_begin(part); r < polygons.ring_end(part); ++r) {
      const auto ring = polygons.ring(r);
      if (ring.size() < 4) return "Too few points in a ring";
      if (ring.front() != ring.back()) {
        return "Ring not closed at " + format_shortest(ring.front().x) + " " +
               format_shortest(ring.front().y);
      }
    }
  }
  return {};
}

}  // namespace

namespace {

/// What is wrong with a polygon, "" = nothing; and the polygon as GEOS can take it.
std::string fault(const Geos& geos, const GeometryArray& polygons, std::size_t i, Geos::Geometry& shape) {
  if (!all_finite(polygons, i)) {
    shape = geos.from(finite_points_only(polygons, i), 0);
    return "Coordinate that is not a number";
  }
  const std::string reason = ring_fault(polygons, i);
  shape = geos.from(polygons, i);
  return reason.empty() ? invalidity(geos, shape.get()) : reason;
}

}  // namespace

std::vector<RepairedFeature> faults(const GeometryArray& polygons, unsigned threads) {
  constexpr std::size_t kShare = 64;
  std::vector<std::vector<RepairedFeature>> found((polygons.size() + kShare - 1) / kShare);
  parallel_for(found.size(), threads, [&](std::size_t share) {
    const Geos geos;
    Geos::Geometry shape;
    for (std::size_t i = share * kShare; i < std::min(polygons.size(), (share + 1) * kShare); ++i) {
      if (polygons.is_missing(i)) continue;
      std::string reason = fault(geos, polygons, i, shape);
      if (!reason.empty()) found[share].push_back({i, std::move(reason)});
    }
  });
  std::vector<RepairedFeature> all;
  for (auto& some : found) std::move(some.begin(), some.end(), std::back_inserter(all));
  return all;
}

std::vector<RepairedFeature> repair(GeometryArray& polygons) {
  std::vector<RepairedFeature> repaired;
  const Geos geos;
  GeometryArray rebuilt(GeometryKind::polygon);  // of the repaired features only, in order
  for (std::size_t i = 0; i < polygons.size(); ++i) {
    if (polygons.is_missing(i)) continue;
    Geos::Geometry shape;
    std::string reason = fault(geos, polygons, i, shape);
    if (reason.empty()) continue;
    geos.append(rebuilt, made_valid(geos, shape.get()).get());
    repaired.push_back({i, std::move(reason)});
  }
  if (repaired.empty()) return repaired;

  GeometryArray result(GeometryKind::polygon);
  result.reserve_points(polygons.points().size());
  std::size_t next = 0;
  for (std::size_t i = 0; i < polygons.size(); ++i) {
    if (next < repaired.size() && repaired[next].feature == i) {
      result.append(rebuilt, next++);
    } else {
      result.append(polygons, i);
    }
  }
  polygons = std::move(result);
  return repaired;
}

GeometryArray clip(const GeometryArray& subject, const GeometryArray& clip, std::size_t clip_feature) {
  constexpr const char* kDoing = "clip a feature";
  GeometryArray result(subject.kind());
  const Geos geos;
  const auto window = geos.from(clip, clip_feature);
  const auto prepared = geos.own(GEOSPrepare_r(geos.context(), window.get()), kDoing);
  const Box window_box = clip.box(clip_feature);
  for (std::size_t i = 0; i < subject.size(); ++i) {
    if (subject.is_missing(i) || !subject.box(i).intersects(window_box)) {
      result.add_missing();
      continue;
    }
    const auto shape = geos.from(subject, i);
    if (!geos.answer(GEOSPreparedIntersects_r(geos.context(), prepared.get(), shape.get()), kDoing)) {
      result.add_missing();
    } else if (subject.kind() == GeometryKind::point ||
               GEOSPreparedCovers_r(geos.context(), prepared.get(), shape.get()) == 1) {
      result.append(subject, i);
    } else {
      geos.append(result, overlay(geos, GEOSIntersection_r, shape.get(), window.get(), kDoing).get());
    }
  }
  return result;
}

GeometryArray erase(const GeometryArray& subject, const GeometryArray& from, std::size_t from_feature) {
  constexpr const char* kDoing = "cut a feature out of another";
  GeometryArray result(subject.kind());
  const Geos geos;
  const auto taken = geos.from(from, from_feature);
  const Box box = from.box(from_feature);
  for (std::size_t i = 0; i < subject.size(); ++i) {
    if (subject.is_missing(i)) {
      result.add_missing();
    } else if (!subject.box(i).intersects(box)) {
      result.append(subject, i);
    } else {
      const auto left = overlay(geos, GEOSDifference_r, geos.from(subject, i).get(), taken.get(), kDoing);
      if (GEOSisEmpty_r(geos.context(), left.get()) == 1)
        result.add_missing();
      else
        geos.append(result, left.get());
    }
  }
  return result;
}

double intersection_area(const GeometryArray& a, std::size_t feature_a, const GeometryArray& b,
                         std::size_t feature_b) {
  constexpr const char* kDoing = "intersect two polygons";
  if (!a.box(feature_a).intersects(b.box(feature_b))) return 0;
  const Geos geos;
  const auto both =
      overlay(geos, GEOSIntersection_r, geos.from(a, feature_a).get(), geos.from(b, feature_b).get(), kDoing);
  double area = 0;
  if (GEOSArea_r(geos.context(), both.get(), &area) == 0) throw data_error({}, "cannot measure an area");
  return area;
}

bool intersects(const GeometryArray& a, std::size_t feature_a, const GeometryArray& b,
                std::size_t feature_b) {
  if (!a.box(feature_a).intersects(b.box(feature_b))) return false;
  const Geos geos;
  const auto shape_a = geos.from(a, feature_a);
  const auto shape_b = geos.from(b, feature_b);
  return geos.answer(GEOSIntersects_r(geos.context(), shape_a.get(), shape_b.get()), "compare two features");
}

struct PreparedFeature::Data {
  Geos geos;
  Geos::Geometry shape;
  Geos::Prepared prepared;
  Box box;

  Data(const GeometryArray& array, std::size_t feature)
      : shape(geos.from(array, feature)),
        prepared(geos.own(GEOSPrepare_r(geos.context(), shape.get()), "prepare a feature")),
        box(array.box(feature)) {}
};

PreparedFeature::PreparedFeature(const GeometryArray& array, std::size_t feature)
    : data_(std::make_unique<const Data>(array, feature)) {}

PreparedFeature::~PreparedFeature() = default;

bool PreparedFeature::intersects(const GeometryArray& other, std::size_t feature) const {
  if (other.is_missing(feature) || !data_->box.intersects(other.box(feature))) return false;
  const Geos& geos = data_->geos;
  const auto shape = geos.from(other, feature);
  return geos.answer(GEOSPreparedIntersects_r(geos.context(), data_->prepared.get(), shape.get()),
                     "compare two features");
}

GeometryArray buffer(const GeometryArray& polygons, double distance, int quadrant_segments) {
  constexpr const char* kDoing = "buffer polygons";
  // Shared borders would be buffered only to vanish again: they go first.
  const std::vector<GeometryArray::Index> one_group(polygons.size(), 0);
  const GeometryArray land = dissolve(polygons, one_group, 1);
  GeometryArray result(GeometryKind::polygon);
  const Geos geos;
  auto params = geos.own(GEOSBufferParams_create_r(geos.context()), kDoing);
  GEOSBufferParams_setQuadrantSegments_r(geos.context(), params.get(), quadrant_segments);
  const auto shape = geos.from(land, 0);
  const auto grown =
      geos.own(GEOSBufferWithParams_r(geos.context(), shape.get(), params.get(), distance), kDoing);
  geos.append(result, grown.get());
  return result;
}

}  // namespace cartouche
