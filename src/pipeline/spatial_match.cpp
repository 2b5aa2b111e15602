#include "spatial_match.h"

#include <algorithm>
#include <optional>

#include "box_index.h"
#include "cartouche/base/parallel.h"
#include "cartouche/geometry/measure.h"
#include "cartouche/geometry/overlay.h"
#include "cartouche/geometry/point_locator.h"

namespace cartouche::pipeline {
namespace {

// Areas of a polygon and of its intersection with one that holds it differ by rounding only.
constexpr double kAreaTolerance = 1e-9;
// Neighbours that were drawn apart share slivers; less than this share of the smaller one is such a sliver.
constexpr double kTouching = 1e-6;

// The first polygon of those that hold the point, as PointLocator::locate_one has it, and others that hold it
// in their inside.
std::vector<Match> holders(const PointLocator& locator, Point point) {
  std::vector<Index> found;
  locator.locate_all(point, found);
  std::vector<Match> matches;
  for (const Index polygon : found)
    if (matches.empty() || locator.side(point, polygon) == PointLocator::Side::inside)
      matches.push_back({polygon});
  // On the border of the first and inside one other only: it overlaps nothing.
  if (matches.size() == 2 && locator.side(point, matches.front().row) != PointLocator::Side::inside)
    matches.pop_back();
  return matches;
}

std::optional<Match> match_of_polygons(const GeometryArray& left, std::size_t a, const GeometryArray& right,
                                       Index b, Predicate predicate) {
  const double own = area(left, a);
  const double shared = intersection_area(left, a, right, b);
  if (shared <= kTouching * std::min(own, area(right, b))) return std::nullopt;
  const bool whole = predicate == Predicate::intersects || shared >= own * (1 - kAreaTolerance);
  return Match{b, whole ? Meeting::met : Meeting::partly, own > 0 ? shared / own : 0};
}

std::vector<Match> meetings(const GeometryArray& left, std::size_t row, const GeometryArray& right,
                            const BoxIndex& index, Predicate predicate) {
  std::vector<Index> candidates;
  index.find(left.box(row), candidates);
  const bool areas = left.kind() == GeometryKind::polygon && right.kind() == GeometryKind::polygon;
  std::vector<Match> found;
  for (const Index candidate : candidates) {
    if (!intersects(left, row, right, candidate)) continue;
    if (!areas)
      found.push_back({candidate});
    else if (const auto match = match_of_polygons(left, row, right, candidate, predicate))
      found.push_back(*match);
  }
  return found;
}

}  // namespace

std::vector<std::vector<Match>> matches(const GeometryArray& left, const GeometryArray& right,
                                        Predicate predicate, unsigned threads) {
  std::vector<std::vector<Match>> all(left.size());
  if (left.kind() == GeometryKind::point && right.kind() == GeometryKind::polygon) {
    const PointLocator locator(right);
    parallel_for(all.size(), threads, [&](std::size_t row) {
      if (!left.is_missing(row)) all[row] = holders(locator, left.points()[row]);
    });
    return all;
  }
  std::vector<Box> boxes;
  boxes.reserve(right.size());
  for (std::size_t row = 0; row < right.size(); ++row) boxes.push_back(right.box(row));
  const BoxIndex index(boxes);
  for (std::size_t row = 0; row < left.size(); ++row) all[row] = meetings(left, row, right, index, predicate);
  return all;
}

}  // namespace cartouche::pipeline
