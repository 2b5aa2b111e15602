#pragma once
// Distances on the ellipsoid to zones far away, where no one projected system holds both. Looks at every
// border for every point: for the few points that lie in no territory, or in one without zones.

#include <memory>
#include <vector>

#include "distance_index.h"

namespace cartouche::query {

class GeodesicZones {
 public:
  /// Shapes in longitude and latitude.
  explicit GeodesicZones(const GeometryArray& lon_lat);
  ~GeodesicZones();

  /// Least distance to each zone at most `limit` metres away, 0 inside, ascending by zone. The border's
  /// nearest segment is found by chords through the Earth, the distance to it along the geodesic
  /// (geodesic_distance).
  void within(Point lon_lat, double limit, std::vector<Hit>& hits) const;
  Hit nearest(Point lon_lat, double limit) const;

 private:
  struct Data;
  std::unique_ptr<const Data> data_;
};

}  // namespace cartouche::query
