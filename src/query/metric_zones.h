#pragma once
// Zones as one territory sees them: its own parts in its projected system, the rest on the ellipsoid.

#include <memory>
#include <mutex>
#include <optional>
#include <span>

#include "cartouche/geometry/point_locator.h"
#include "cartouche/query/question.h"
#include "distance_index.h"
#include "geodesic_zones.h"

namespace cartouche::query {

/// The zones' parts by territory; -1 those in none.
class ZoneParts {
 public:
  explicit ZoneParts(const GeometryColumn& zones);
  /// The parts in a territory as whole features of `zones()` (missing where a zone has none there).
  GeometryArray inside(int territory) const;
  /// All other parts, in longitude and latitude.
  GeometryArray outside(int territory) const;
  /// A lower bound, in metres, of the distance from anywhere in the territory to a part outside of it.
  double gap(int territory) const;
  const Crs& crs() const { return crs_; }

 private:
  template <class Keep>
  GeometryArray parts(const GeometryArray& from, const Keep& keep) const;

  GeometryArray shapes_, lon_lat_;
  Crs crs_;
  std::vector<int> territory_;  // of each part (point: of each feature)
  std::vector<Box> boxes_;      // in longitude and latitude
};

class MetricZones {
 public:
  MetricZones(const ZoneParts& parts, int territory);
  /// The zones that the predicate (dwithin or nearest) finds, ascending. `at` is the point in the territory's
  /// system (unused in none), `lon_lat` on the ground. May be asked by several threads.
  void find(Point at, Point lon_lat, const Predicate& predicate, std::vector<Hit>& hits) const;

 private:
  void find_near(Point at, double limit, std::vector<Hit>& hits) const;
  Hit nearest_here(Point at, double limit) const;
  const GeodesicZones& elsewhere() const;

  const ZoneParts& parts_;
  int territory_;
  double gap_;
  std::optional<PointLocator> locator_;
  std::optional<DistanceIndex> index_;
  mutable std::once_flag once_;
  mutable std::optional<GeodesicZones> elsewhere_;
};

}  // namespace cartouche::query
