#pragma once
// Lengths, areas, centroids in the plane of the coordinates.

#include "cartouche/geometry/geometry_array.h"

namespace cartouche {

/// Twice-exact-as-needed shoelace sum of a closed ring; positive when counter-clockwise (y up).
double signed_area(std::span<const Point> ring);
/// Area of one polygon feature (outlines minus holes), in squared units of the coordinates.
double area(const GeometryArray& polygons, std::size_t feature);
/// Centroid by area (polygon), length (line) or the point itself; NaN for a missing feature.
Point centroid(const GeometryArray& array, std::size_t feature);
/// Distance from p to the feature's boundary (polygon), to the line or to the point.
double distance_to_boundary(const GeometryArray& array, std::size_t feature, Point p);

}  // namespace cartouche
