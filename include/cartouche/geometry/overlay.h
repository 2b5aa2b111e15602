#pragma once
// Set operations and repair, by GEOS. Every function works on whole features and keeps their number and
// order.

#include <memory>
#include <string>

#include "cartouche/geometry/geometry_array.h"

namespace cartouche {

struct RepairedFeature {
  std::size_t feature;
  std::string reason;  ///< what was wrong and where: "Self-intersection at 3.2 47.1"
};

/// The polygons that are not valid, ascending, without changing them.
std::vector<RepairedFeature> faults(const GeometryArray& polygons, unsigned threads = 1);
/// Validates every polygon and rebuilds those that are not valid (GEOS makeValid, structure method; parts of
/// lower dimension are dropped). Returns what was repaired. A polygon with nothing left becomes missing.
std::vector<RepairedFeature> repair(GeometryArray& polygons);

/// Each feature cut to `clip` (feature `clip_feature` of a polygon array); missing where nothing is left.
GeometryArray clip(const GeometryArray& subject, const GeometryArray& clip, std::size_t clip_feature);
/// What of each feature lies outside `from` (feature `from_feature` of a polygon array); missing where
/// nothing is left. A line on its border lies inside.
GeometryArray erase(const GeometryArray& subject, const GeometryArray& from, std::size_t from_feature);
/// Each polygon or line cut to a box, fast, for drawing: rings stay closed along the box's edge, and a
/// polygon cut into several pieces keeps them joined there (not valid for further overlay). Missing where
/// nothing is left.
GeometryArray clip_to_box(const GeometryArray& subject, const Box& box);

/// Union of the features of each group: result feature g = union of features i with group[i] == g. Groups are
/// 0 … group_count-1; a feature with any other number is left out. In a valid coverage shared edges cancel
/// exactly (see Coverage); where the input is not one, GEOS OverlayNG on a fixed precision grid is used for
/// that group and `not_a_coverage` (if given) gets the group's number.
GeometryArray dissolve(const GeometryArray& polygons, std::span<const GeometryArray::Index> group,
                       std::size_t group_count, std::vector<std::size_t>* not_a_coverage = nullptr);

/// Area of the intersection of two polygon features (the oracle for shares and for tests).
double intersection_area(const GeometryArray& a, std::size_t feature_a, const GeometryArray& b,
                         std::size_t feature_b);
/// True where the two features share at least one point (GEOS intersects).
bool intersects(const GeometryArray& a, std::size_t feature_a, const GeometryArray& b, std::size_t feature_b);
/// One feature asked against many: whether it shares a point with another. Answers are right also where the
/// other's rings cross (even-odd rule). For one thread.
class PreparedFeature {
 public:
  PreparedFeature(const GeometryArray& array, std::size_t feature);
  ~PreparedFeature();
  bool intersects(const GeometryArray& other, std::size_t feature) const;

 private:
  struct Data;
  std::unique_ptr<const Data> data_;
};
/// Union of outward buffers of all features by `distance` (waterlines, glows); one polygon feature,
/// `quadrant_segments` a quarter circle.
GeometryArray buffer(const GeometryArray& polygons, double distance, int quadrant_segments = 8);

}  // namespace cartouche
