#pragma once
// Whether places lie where their coordinate reference system is used.

#include <string>
#include <vector>

#include "cartouche/base/diagnostics.h"
#include "cartouche/crs/crs.h"
#include "cartouche/geometry/geometry_array.h"

namespace cartouche::source_internal {

class PlaceCheck {
 public:
  /// `file` is for messages.
  PlaceCheck(std::string file, Crs crs) : file_(std::move(file)), crs_(std::move(crs)) {}
  /// The next features of the source; the first of all are looked at.
  void add(const GeometryArray& shapes);
  /// A problem (wrong-crs) where most places lie off the globe, or outside the area that the system is made
  /// for, and another reading of the same numbers puts them into France: it names that reading. Of a UTM zone
  /// of France, which has no such bounds, a warning where none lies in France and another reading puts nearly
  /// all there. Degrees of `placed` points have their own check (see PointPlacer).
  void report(Diagnostics& diagnostics, bool placed) const;

 private:
  std::vector<Point> degrees() const;
  bool is_mostly_outside(const std::vector<Point>& places) const;
  bool may_be_anywhere(const std::vector<Point>& places) const;

  std::string file_;
  Crs crs_;
  std::vector<Point> sample_;
};

}  // namespace cartouche::source_internal
