#pragma once
// Coordinate reference systems and transforms, by PROJ. Axis order is always x (east or longitude), y (north
// or latitude); angles in degrees. Heights are left out: a compound or three-dimensional system stands for
// its horizontal part. Grids are read from this machine only, never from the network, so that the same input
// gives the same bytes.
//
//   const Transform to_map(Crs::from_text("EPSG:4326"), Crs::from_text("EPSG:2154"));
//   const Point paris = to_map({2.3522, 48.8566});     // 652 469 m, 6 862 035 m

#include <memory>
#include <span>
#include <string>

#include "cartouche/base/error.h"
#include "cartouche/geometry/geometry_array.h"

namespace cartouche {

/// A coordinate reference system. Cheap to copy; compares by definition. One that is default-constructed is
/// none: its definition is empty, and a Transform from or to it is an error.
class Crs {
 public:
  /// From "EPSG:2154", an OGC URN, WKT, PROJ string or PROJJSON; a WKT or PROJ string that PROJ recognises as
  /// an EPSG system becomes that system. Throws a usage error at `where` naming the nearest known form, also
  /// for a system that no map can be drawn in (geocentric, vertical, engineering).
  static Crs from_text(const std::string& text, const Location& where = {});

  /// "EPSG:2154" where an authority code is known, else WKT2.
  const std::string& definition() const;
  /// "RGF93 v1 / Lambert-93".
  const std::string& name() const;
  bool is_geographic() const;
  /// Metres per unit of a projected system's axes; 0 for a geographic one.
  double metres_per_unit() const;
  bool operator==(const Crs& other) const { return definition() == other.definition(); }

 private:
  struct Data;
  const Data& data() const;
  std::shared_ptr<const Data> data_;
};

/// One transform; own one per thread. Making one takes some milliseconds (PROJ looks for the best operation
/// in its database), so callers keep it; applying it takes a fraction of a microsecond a point. The image of
/// a point depends on that point alone.
class Transform {
 public:
  /// Throws a data error where no operation leads from one to the other, or where one of them is none.
  Transform(const Crs& from, const Crs& to);
  ~Transform();
  Transform(Transform&&) noexcept;
  Transform& operator=(Transform&&) noexcept;

  /// In place; a point that has no image (or is missing) becomes missing.
  void apply(std::span<Point> points) const;
  Point operator()(Point p) const;
  /// The place that comes to be at p; missing where there is none.
  Point inverse(Point p) const;
  bool is_identity() const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

/// The array in the other system. With max_segment > 0 (units of `from`), longer segments are first split
/// evenly, so straight lines become true curves; the split of a segment depends only on its two ends, so
/// shared borders stay shared. A vertex without an image is left out; a line left with fewer than two
/// vertices, a hole or an outline with fewer than four goes (an outline takes its holes along), and a feature
/// with nothing left is missing.
GeometryArray transformed(const GeometryArray& array, const Crs& from, const Crs& to, double max_segment = 0);

/// The box of a box's four corners in the other system: enough to tell where something lies, not to measure
/// it.
Box transformed(const Box& box, const Transform& transform);

/// A French territory and the projected system maps of it are drawn and measured in.
struct Territory {
  std::string code;  ///< "metropole", "guadeloupe", "martinique", "guyane", "reunion", "mayotte",
                     ///< "saint-pierre-et-miquelon"
  std::string name;  ///< as printed
  std::string crs;   ///< "EPSG:2154"
  Box extent;        ///< longitude, latitude, generous; no two of them touch
};
std::span<const Territory> territories();
/// The territory whose extent holds the place (EPSG:4326), or null.
const Territory* territory_at(Point lon_lat);
/// The system of `crs: auto`: that of the territory at the centre of the box (EPSG:4326); a UTM zone (WGS 84)
/// elsewhere, and UPS beyond 84° N and 80° S. Throws a data error for an empty box or one off the globe.
Crs local_crs(const Box& lon_lat);

/// Metres on the ellipsoid between two places in degrees (geodesic, WGS 84). Karney, Journal of Geodesy
/// 87(1), 2013, as in PROJ. NaN where a place is missing.
double geodesic_distance(Point lon_lat_a, Point lon_lat_b);

}  // namespace cartouche
