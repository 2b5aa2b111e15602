#include "geos.h"

#include "cartouche/base/error.h"

namespace cartouche {
namespace {

static_assert(sizeof(Point) == 2 * sizeof(double), "points cross over to GEOS as pairs of doubles");

void keep_message(const char* message, void* into) {
  *static_cast<std::string*>(into) = message;
}

/// Gives up ownership of all parts, as the constructors of collections want it.
std::vector<GEOSGeometry*> release(std::vector<Geos::Geometry>& parts, std::size_t first) {
  std::vector<GEOSGeometry*> raw;
  raw.reserve(parts.size());
  for (std::size_t i = first; i < parts.size(); ++i) raw.push_back(parts[i].release());
  return raw;
}

}  // namespace

Geos::Geos() : context_(GEOS_init_r()) {
  GEOSContext_setErrorMessageHandler_r(context_, keep_message, &message_);
}

Geos::~Geos() {
  GEOS_finish_r(context_);
}

void Geos::fail(const char* doing) const {
  throw data_error({}, std::string("cannot ") + doing + " (GEOS: " + message_ + ")");
}

GEOSCoordSequence* Geos::sequence(std::span<const Point> points) const {
  const auto size = static_cast<unsigned>(points.size());
  const double* doubles = points.empty() ? nullptr : &points.front().x;
  GEOSCoordSequence* sequence = GEOSCoordSeq_copyFromBuffer_r(context_, doubles, size, 0, 0);
  if (sequence == nullptr) fail("hold coordinates");
  return sequence;
}

Geos::Geometry Geos::ring(std::span<const Point> points) const {
  if (points.front() == points.back()) {
    return own(GEOSGeom_createLinearRing_r(context_, sequence(points)), "form a ring");
  }
  std::vector<Point> closed(points.begin(), points.end());
  closed.push_back(closed.front());
  return own(GEOSGeom_createLinearRing_r(context_, sequence(closed)), "form a ring");
}

void Geos::add_parts(std::vector<Geometry>& parts, const GeometryArray& array, std::size_t feature) const {
  if (array.is_missing(feature)) return;
  if (array.kind() == GeometryKind::point) {
    const auto point = array.points().subspan(feature, 1);
    parts.push_back(own(GEOSGeom_createPoint_r(context_, sequence(point)), "form a point"));
    return;
  }
  for (auto part = array.part_begin(feature); part < array.part_end(feature); ++part) {
    const auto outline = array.ring_begin(part);
    const auto run = array.ring(outline);
    if (array.kind() == GeometryKind::line) {
      if (run.size() < 2) continue;
      parts.push_back(own(GEOSGeom_createLineString_r(context_, sequence(run)), "form a line"));
      continue;
    }
    std::vector<Geometry> rings;
    for (auto r = outline; r < array.ring_end(part); ++r) {
      if (array.ring(r).size() >= 4) {
        rings.push_back(ring(array.ring(r)));
      } else if (r == outline) {
        break;
      }
    }
    if (rings.empty()) continue;
    auto holes = release(rings, 1);
    parts.push_back(own(GEOSGeom_createPolygon_r(context_, rings[0].release(), holes.data(),
                                                 static_cast<unsigned>(holes.size())),
                        "form a polygon"));
  }
}

Geos::Geometry Geos::collect(std::vector<Geometry> parts, GeometryKind kind) const {
  if (parts.size() == 1) return std::move(parts.front());
  constexpr int kTypes[] = {GEOS_MULTIPOINT, GEOS_MULTILINESTRING, GEOS_MULTIPOLYGON};
  auto raw = release(parts, 0);
  return own(GEOSGeom_createCollection_r(context_, kTypes[static_cast<int>(kind)], raw.data(),
                                         static_cast<unsigned>(raw.size())),
             "collect parts");
}

Geos::Geometry Geos::from(const GeometryArray& array, std::size_t feature) const {
  std::vector<Geometry> parts;
  add_parts(parts, array, feature);
  return collect(std::move(parts), array.kind());
}

Geos::Geometry Geos::from(const GeometryArray& array, std::span<const GeometryArray::Index> features) const {
  std::vector<Geometry> parts;
  for (const auto feature : features) add_parts(parts, array, feature);
  return collect(std::move(parts), array.kind());
}

void Geos::append_run(GeometryArray& array, const GEOSGeometry* line) const {
  const GEOSCoordSequence* coordinates = GEOSGeom_getCoordSeq_r(context_, line);
  unsigned size = 0;
  if (coordinates == nullptr || GEOSCoordSeq_getSize_r(context_, coordinates, &size) == 0) {
    fail("read coordinates");
  }
  std::vector<Point> points(size);
  if (size > 0) GEOSCoordSeq_copyToBuffer_r(context_, coordinates, &points.front().x, 0, 0);
  array.add_ring(points);
}

void Geos::append_parts(GeometryArray& array, const GEOSGeometry* g) const {
  if (GEOSisEmpty_r(context_, g) == 1) return;
  const int type = GEOSGeomTypeId_r(context_, g);
  if (type >= GEOS_MULTIPOINT) {
    const int count = GEOSGetNumGeometries_r(context_, g);
    for (int i = 0; i < count; ++i) append_parts(array, GEOSGetGeometryN_r(context_, g, i));
  } else if (type == GEOS_POLYGON && array.kind() == GeometryKind::polygon) {
    append_run(array, GEOSGetExteriorRing_r(context_, g));
    const int holes = GEOSGetNumInteriorRings_r(context_, g);
    for (int i = 0; i < holes; ++i) append_run(array, GEOSGetInteriorRingN_r(context_, g, i));
    array.end_part();
  } else if (type == GEOS_LINESTRING && array.kind() == GeometryKind::line) {
    append_run(array, g);
    array.end_part();
  }
}

void Geos::append(GeometryArray& array, const GEOSGeometry* g) const {
  append_parts(array, g);
  array.end_feature();
}

}  // namespace cartouche
