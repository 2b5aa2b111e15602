#pragma once
// The yardstick: an STRtree over prepared polygons of GEOS, as shapely and geopandas join.

#include <memory>
#include <span>
#include <vector>

#include "cartouche/geometry/geometry_array.h"

namespace cartouche::bench {

class GeosJoin {
 public:
  explicit GeosJoin(const GeometryArray& polygons);
  ~GeosJoin();

  /// The polygon of lowest index that each point intersects, or 0xFFFFFFFF.
  std::vector<GeometryArray::Index> locate(std::span<const Point> points) const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace cartouche::bench
