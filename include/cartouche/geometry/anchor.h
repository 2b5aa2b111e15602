#pragma once
// Where a polygon's name goes: the point farthest from its border (pole of inaccessibility), with one axis
// scaled by the aspect of the text, so that wide labels find wide places.

#include "cartouche/geometry/geometry_array.h"

namespace cartouche {

struct Anchor {
  Point at = kMissingPoint;
  /// Half-height of the largest ellipse of the text's aspect around `at` that stays inside, in units of the
  /// coordinates; its half-width is aspect times that. 0 for a polygon without an inside.
  double clearance = 0;
};

/// The pole of one polygon feature over all its parts, within `precision` units (never finer than 1/4096 of
/// the feature's longer side). `aspect` = width / height of the text (1 = circle). Missing for a missing
/// feature. Quadtree search with bounds, after Garcia-Castellanos & Lombardo, Scottish Geographical Journal
/// 123(3), 2007, and Agafonkin's polylabel (2016).
Anchor label_anchor(const GeometryArray& polygons, std::size_t feature, double aspect, double precision);

}  // namespace cartouche
