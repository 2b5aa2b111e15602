#pragma once
// Where a polygon's name goes: the point farthest from its border (pole of inaccessibility), with one axis
// scaled by the aspect of the text, so that wide labels find wide places.

#include "cartouche/geometry/geometry_array.h"

namespace cartouche {

struct Anchor {
  Point at = kMissingPoint;
  double clearance =
      0;  ///< half-height of the largest aspect-shaped ellipse's box around `at`, in units of the coordinates
};

/// The pole of one polygon feature over all its parts, within `precision` units. `aspect` = width / height of
/// the text (1 = circle). Quadtree search with bounds, after Garcia-Castellanos & Lombardo, Scottish
/// Geographical Journal 123(3), 2007, and Agafonkin's polylabel (2016).
Anchor label_anchor(const GeometryArray& polygons, std::size_t feature, double aspect, double precision);

}  // namespace cartouche
