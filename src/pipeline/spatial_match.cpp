#include "spatial_match.h"

#include "box_index.h"
#include "cartouche/geometry/measure.h"
#include "cartouche/geometry/overlay.h"
#include "cartouche/geometry/point_locator.h"

namespace cartouche::pipeline {
namespace {

// Areas of a polygon and of its intersection with one that holds it differ by rounding only.
constexpr double kAreaTolerance = 1e-9;

bool are_points_in_polygons(const GeometryArray& left, const GeometryArray& right) {
  return left.kind() == GeometryKind::point && right.kind() == GeometryKind::polygon;
}

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

bool holds(const GeometryArray& left, std::size_t a, const GeometryArray& right, std::size_t b,
           Predicate predicate) {
  if (!intersects(left, a, right, b)) return false;
  if (predicate == Predicate::intersects) return true;
  return intersection_area(left, a, right, b) >= area(left, a) * (1 - kAreaTolerance);
}

// Calls use(left row, right row) for each pair that meets, rows ascending; it says whether to look on in the
// row.
template <class Use>
void for_each_pair(const GeometryArray& left, const GeometryArray& right, Predicate predicate,
                   const Use& use) {
  std::vector<Box> boxes;
  boxes.reserve(right.size());
  for (std::size_t row = 0; row < right.size(); ++row) boxes.push_back(right.box(row));
  const BoxIndex index(boxes);
  std::vector<Index> candidates;
  for (std::size_t row = 0; row < left.size(); ++row) {
    index.find(left.box(row), candidates);
    for (const Index candidate : candidates)
      if (holds(left, row, right, candidate, predicate) && !use(row, candidate)) break;
  }
}

}  // namespace

std::vector<Index> first_matches(const GeometryArray& left, const GeometryArray& right, Predicate predicate,
                                 unsigned threads) {
  static_assert(PointLocator::kNone == Column::kNoRow);
  if (are_points_in_polygons(left, right)) return PointLocator(right).locate(left.points(), threads);
  std::vector<Index> first(left.size(), Column::kNoRow);
  for_each_pair(left, right, predicate, [&](std::size_t row, Index found) {
    first[row] = found;
    return false;
  });
  return first;
}

std::vector<std::vector<Index>> all_matches(const GeometryArray& left, const GeometryArray& right,
                                            Predicate predicate) {
  std::vector<std::vector<Index>> all(left.size());
  if (are_points_in_polygons(left, right)) {
    const PointLocator locator(right);
    for (std::size_t row = 0; row < all.size(); ++row)
      if (!left.is_missing(row)) all[row] = holders(locator, left.points()[row]);
    return all;
  }
  for_each_pair(left, right, predicate, [&](std::size_t row, Index found) {
    all[row].push_back(found);
    return true;
  });
  return all;
}

}  // namespace cartouche::pipeline
