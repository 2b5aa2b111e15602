#include "geos_join.h"

#include <geos_c.h>

#include <algorithm>
#include <cstdint>

namespace cartouche::bench {

struct GeosJoin::Data {
  GEOSContextHandle_t handle = GEOS_init_r();
  GEOSSTRtree* tree = nullptr;
  std::vector<GEOSGeometry*> polygons;
  std::vector<const GEOSPreparedGeometry*> prepared;
};

namespace {

GEOSGeometry* ring_of(GEOSContextHandle_t handle, std::span<const Point> points) {
  return GEOSGeom_createLinearRing_r(
      handle,
      GEOSCoordSeq_copyFromBuffer_r(handle, &points[0].x, static_cast<unsigned>(points.size()), 0, 0));
}

GEOSGeometry* polygon_of(GEOSContextHandle_t handle, const GeometryArray& array, std::size_t feature) {
  std::vector<GEOSGeometry*> parts;
  for (auto part = array.part_begin(feature); part < array.part_end(feature); ++part) {
    std::vector<GEOSGeometry*> holes;
    const auto begin = array.ring_begin(part);
    for (auto ring = begin + 1; ring < array.ring_end(part); ++ring)
      holes.push_back(ring_of(handle, array.ring(ring)));
    parts.push_back(GEOSGeom_createPolygon_r(handle, ring_of(handle, array.ring(begin)), holes.data(),
                                             static_cast<unsigned>(holes.size())));
  }
  return GEOSGeom_createCollection_r(handle, GEOS_MULTIPOLYGON, parts.data(),
                                     static_cast<unsigned>(parts.size()));
}

struct Search {
  const std::vector<const GEOSPreparedGeometry*>& prepared;
  GEOSContextHandle_t handle;
  const GEOSGeometry* point;
  GeometryArray::Index found;
};

void visit(void* item, void* search_data) {
  Search& search = *static_cast<Search*>(search_data);
  const auto index = static_cast<GeometryArray::Index>(reinterpret_cast<std::uintptr_t>(item));
  if (index < search.found &&
      GEOSPreparedIntersects_r(search.handle, search.prepared[index], search.point) == 1)
    search.found = index;
}

}  // namespace

GeosJoin::GeosJoin(const GeometryArray& polygons) : data_(std::make_unique<Data>()) {
  data_->tree = GEOSSTRtree_create_r(data_->handle, 10);
  for (std::size_t i = 0; i < polygons.size(); ++i) {
    GEOSGeometry* polygon = polygon_of(data_->handle, polygons, i);
    data_->polygons.push_back(polygon);
    data_->prepared.push_back(GEOSPrepare_r(data_->handle, polygon));
    GEOSSTRtree_insert_r(data_->handle, data_->tree, polygon, reinterpret_cast<void*>(std::uintptr_t{i}));
  }
}

GeosJoin::~GeosJoin() {
  GEOSSTRtree_destroy_r(data_->handle, data_->tree);
  for (const GEOSPreparedGeometry* one : data_->prepared) GEOSPreparedGeom_destroy_r(data_->handle, one);
  for (GEOSGeometry* one : data_->polygons) GEOSGeom_destroy_r(data_->handle, one);
  GEOS_finish_r(data_->handle);
}

std::vector<GeometryArray::Index> GeosJoin::locate(std::span<const Point> points) const {
  std::vector<GeometryArray::Index> found;
  found.reserve(points.size());
  for (const Point p : points) {
    GEOSGeometry* point = GEOSGeom_createPointFromXY_r(data_->handle, p.x, p.y);
    Search search{data_->prepared, data_->handle, point, 0xFFFFFFFF};
    GEOSSTRtree_query_r(data_->handle, data_->tree, point, visit, &search);
    GEOSGeom_destroy_r(data_->handle, point);
    found.push_back(search.found);
  }
  return found;
}

}  // namespace cartouche::bench
