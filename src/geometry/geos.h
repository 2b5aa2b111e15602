#pragma once
// The one door to GEOS: owns its context and handles, moves whole coordinate runs across, and turns its
// errors into data errors. Private to this module.

#include <geos_c.h>

#include <memory>
#include <string>
#include <vector>

#include "cartouche/geometry/geometry_array.h"

namespace cartouche {

/// A GEOS context; not to be shared between threads. Geometries must not outlive it.
class Geos {
 public:
  struct Destroy {
    GEOSContextHandle_t context = nullptr;
    void operator()(GEOSGeometry* g) const { GEOSGeom_destroy_r(context, g); }
    void operator()(const GEOSPreparedGeometry* g) const { GEOSPreparedGeom_destroy_r(context, g); }
    void operator()(GEOSBufferParams* p) const { GEOSBufferParams_destroy_r(context, p); }
    void operator()(GEOSMakeValidParams* p) const { GEOSMakeValidParams_destroy_r(context, p); }
  };
  using Geometry = std::unique_ptr<GEOSGeometry, Destroy>;
  using Prepared = std::unique_ptr<const GEOSPreparedGeometry, Destroy>;

  Geos();
  ~Geos();
  Geos(const Geos&) = delete;
  Geos& operator=(const Geos&) = delete;

  GEOSContextHandle_t context() const { return context_; }

  /// Takes ownership; throws with GEOS's own words where it returned nothing. `doing` names the operation.
  template <typename T>
  std::unique_ptr<T, Destroy> own(T* raw, const char* doing) const {
    if (raw == nullptr) fail(doing);
    return {raw, Destroy{context_}};
  }
  /// Answer of a predicate: 0, 1, or 2 for an exception, which is thrown on.
  bool answer(char value, const char* doing) const {
    if (value == 2) fail(doing);
    return value == 1;
  }

  /// The feature as (Multi)Polygon, (Multi)LineString or Point. Rings of fewer than four points are left out,
  /// and open ones are closed.
  Geometry from(const GeometryArray& array, std::size_t feature) const;
  /// One collection of all parts of some features.
  Geometry from(const GeometryArray& array, std::span<const GeometryArray::Index> features) const;
  /// Appends the parts of g that are of the array's kind as one feature; the others are passed over.
  void append(GeometryArray& array, const GEOSGeometry* g) const;

 private:
  [[noreturn]] void fail(const char* doing) const;
  void add_parts(std::vector<Geometry>& parts, const GeometryArray& array, std::size_t feature) const;
  Geometry collect(std::vector<Geometry> parts, GeometryKind kind) const;
  Geometry ring(std::span<const Point> points) const;
  GEOSCoordSequence* sequence(std::span<const Point> points) const;
  void append_parts(GeometryArray& array, const GEOSGeometry* g) const;
  void append_run(GeometryArray& array, const GEOSGeometry* line) const;

  GEOSContextHandle_t context_;
  mutable std::string message_;
};

}  // namespace cartouche
