#pragma once
// Coordinate reference systems and transforms, by PROJ. Axis order is always x (east or longitude), y (north
// or latitude); angles in degrees.

#include <memory>
#include <span>
#include <string>

#include "cartouche/base/error.h"
#include "cartouche/geometry/geometry_array.h"

namespace cartouche {

/// A coordinate reference system. Cheap to copy; compares by definition.
class Crs {
 public:
  /// From "EPSG:2154", WKT, PROJ string or PROJJSON. Throws a usage error at `where` naming the nearest known
  /// form.
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
  std::shared_ptr<const Data> data_;
};

/// One transform; own one per thread.
class Transform {
 public:
  Transform(const Crs& from, const Crs& to);
  ~Transform();
  Transform(Transform&&) noexcept;
  Transform& operator=(Transform&&) noexcept;

  /// In place; a point that has no image (or is missing) becomes missing.
  void apply(std::span<Point> points) const;
  Point operator()(Point p) const;
  bool is_identity() const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

/// The array in the other system. With max_segment > 0 (units of `from`), longer segments are first split
/// evenly, so straight lines become true curves; the split of a segment depends only on its two ends, so
/// shared borders stay shared.
GeometryArray transformed(const GeometryArray& array, const Crs& from, const Crs& to, double max_segment = 0);

/// A French territory and the projected system maps of it are drawn and measured in.
struct Territory {
  std::string code;  ///< "metropole", "guadeloupe", "martinique", "guyane", "reunion", "mayotte",
                     ///< "saint-pierre-et-miquelon"
  std::string name;  ///< as printed
  std::string crs;   ///< "EPSG:2154"
  Box extent;        ///< longitude, latitude, generous
};
std::span<const Territory> territories();
/// The territory whose extent holds the place (EPSG:4326), or null.
const Territory* territory_at(Point lon_lat);
/// The system of `crs: auto`: that of the territory at the centre of the box (EPSG:4326); a UTM zone (WGS 84)
/// elsewhere.
Crs local_crs(const Box& lon_lat);

/// Metres on the ellipsoid between two places in degrees (geodesic, WGS 84).
double geodesic_distance(Point lon_lat_a, Point lon_lat_b);
/// Ground metres per unit of distance of `crs` at `p`, along x (the local scale that a scale bar must divide
/// by).
double ground_metres_per_unit(const Crs& crs, Point p);

}  // namespace cartouche
