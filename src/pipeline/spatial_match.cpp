#include "spatial_match.h"

#include "box_index.h"
#include "cartouche/geometry/measure.h"
#include "cartouche/geometry/overlay.h"
#include "cartouche/geometry/point_locator.h"

namespace cartouche::pipeline {
namespace {

using Matches = std::vector<std::vector<Index>>;

// Areas of a polygon and of its intersection with one that holds it differ by rounding only.
constexpr double kAreaTolerance = 1e-9;

// All polygons that hold the point in their inside; one on a border is counted for the first that touches it.
std::vector<Index> holders(const PointLocator& locator, Point point) {
  std::vector<Index> found;
  locator.locate_all(point, found);
  if (found.size() < 2) return found;
  std::vector<Index> inside;
  for (const Index polygon : found)
    if (locator.side(point, polygon) == PointLocator::Side::inside) inside.push_back(polygon);
  if (inside.empty()) inside.push_back(found.front());
  return inside;
}

Matches points_in_polygons(const GeometryArray& points, const GeometryArray& polygons, bool all,
                           unsigned threads) {
  const PointLocator locator(polygons);
  Matches matches(points.size());
  if (!all) {
    const std::vector<Index> found = locator.locate(points.points(), threads);
    for (std::size_t row = 0; row < found.size(); ++row)
      if (found[row] != PointLocator::kNone) matches[row].push_back(found[row]);
    return matches;
  }
  for (std::size_t row = 0; row < matches.size(); ++row)
    if (!points.is_missing(row)) matches[row] = holders(locator, points.points()[row]);
  return matches;
}

bool holds(const GeometryArray& left, std::size_t a, const GeometryArray& right, std::size_t b,
           Predicate predicate) {
  if (!intersects(left, a, right, b)) return false;
  if (predicate == Predicate::intersects) return true;
  return intersection_area(left, a, right, b) >= area(left, a) * (1 - kAreaTolerance);
}

}  // namespace

Matches spatial_matches(const GeometryArray& left, const GeometryArray& right, Predicate predicate, bool all,
                        unsigned threads) {
  if (left.kind() == GeometryKind::point && right.kind() == GeometryKind::polygon)
    return points_in_polygons(left, right, all, threads);
  std::vector<Box> boxes;
  boxes.reserve(right.size());
  for (std::size_t row = 0; row < right.size(); ++row) boxes.push_back(right.box(row));
  const BoxIndex index(boxes);
  Matches matches(left.size());
  std::vector<Index> candidates;
  for (std::size_t row = 0; row < left.size(); ++row) {
    index.find(left.box(row), candidates);
    for (const Index candidate : candidates) {
      if (!holds(left, row, right, candidate, predicate)) continue;
      matches[row].push_back(candidate);
      if (!all) break;
    }
  }
  return matches;
}

}  // namespace cartouche::pipeline
