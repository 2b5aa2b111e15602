#pragma once
// Many polygons asked about one small place after the other, without a look at all of their vertices.
//
//   const PolygonIndex zones(array);
//   for (const auto zone : zones.meeting(box)) … zones.near(zone, box) …

#include <memory>
#include <vector>

#include "cartouche/geometry/geometry_array.h"

namespace cartouche {

class PolygonIndex {
 public:
  using Index = GeometryArray::Index;

  /// Keeps the polygons.
  explicit PolygonIndex(GeometryArray polygons);

  /// Features whose box meets `box`, ascending.
  std::vector<Index> meeting(const Box& box) const;
  /// One feature, with the vertices left out that change nothing within `box`: every point of the box lies
  /// inside, on or outside of it as of the whole, to the last bit. Outside of the box its rings may cross
  /// each other. Missing where nothing comes near.
  GeometryArray near(Index feature, const Box& box) const;
  const GeometryArray& polygons() const;

 private:
  struct Data;
  std::shared_ptr<const Data> data_;
};

}  // namespace cartouche
