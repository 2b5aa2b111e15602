#include "cartouche/geometry/measure.h"

#include <cmath>

#include "cartouche/geometry/segment.h"

namespace cartouche {
namespace {

/// Sums first moments weighted by area, length or count, relative to an origin near the feature so that large
/// coordinates do not cost digits.
struct Moments {
  Point origin;
  double weight = 0;
  double x = 0;
  double y = 0;

  void add(double w, double at_x, double at_y) {
    weight += w;
    x += w * at_x;
    y += w * at_y;
  }
  Point center() const { return {origin.x + x / weight, origin.y + y / weight}; }
};

void add_ring_area(Moments& sum, std::span<const Point> ring, double sign) {
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    const double ax = ring[i].x - sum.origin.x;
    const double ay = ring[i].y - sum.origin.y;
    const double bx = ring[i + 1].x - sum.origin.x;
    const double by = ring[i + 1].y - sum.origin.y;
    sum.add(sign * (ax * by - bx * ay) / 2, (ax + bx) / 3, (ay + by) / 3);
  }
}

void add_length(Moments& sum, std::span<const Point> line) {
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const Point a = line[i];
    const Point b = line[i + 1];
    sum.add(std::hypot(b.x - a.x, b.y - a.y), (a.x + b.x) / 2 - sum.origin.x, (a.y + b.y) / 2 - sum.origin.y);
  }
}

}  // namespace

double signed_area(std::span<const Point> ring) {
  if (ring.size() < 3) return 0;
  const Point o = ring.front();
  double twice = 0;
  for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
    twice += (ring[i].x - o.x) * (ring[i + 1].y - o.y) - (ring[i + 1].x - o.x) * (ring[i].y - o.y);
  }
  return twice / 2;
}

double area(const GeometryArray& polygons, std::size_t feature) {
  if (polygons.kind() != GeometryKind::polygon) return 0;
  double total = 0;
  for (auto part = polygons.part_begin(feature); part < polygons.part_end(feature); ++part) {
    const auto outline = polygons.ring_begin(part);
    for (auto r = outline; r < polygons.ring_end(part); ++r) {
      const double own = std::abs(signed_area(polygons.ring(r)));
      total += r == outline ? own : -own;
    }
  }
  return total;
}

Point centroid(const GeometryArray& array, std::size_t feature) {
  if (array.is_missing(feature)) return kMissingPoint;
  if (array.kind() == GeometryKind::point) return array.points()[feature];
  const auto first_part = array.part_begin(feature);
  Moments by_area{.origin = array.ring(array.ring_begin(first_part)).front()};
  Moments by_length = by_area;
  for (auto part = first_part; part < array.part_end(feature); ++part) {
    const auto outline = array.ring_begin(part);
    for (auto r = outline; r < array.ring_end(part); ++r) {
      const auto ring = array.ring(r);
      add_length(by_length, ring);
      if (array.kind() == GeometryKind::line) continue;
      const bool counter_clockwise = signed_area(ring) > 0;
      add_ring_area(by_area, ring, counter_clockwise == (r == outline) ? 1 : -1);
    }
  }
  if (by_area.weight > 0) return by_area.center();
  // A polygon without area has at least a length; a line without length, a place.
  return by_length.weight > 0 ? by_length.center() : by_length.origin;
}

double distance_to_boundary(const GeometryArray& array, std::size_t feature, Point p) {
  if (array.is_missing(feature)) return std::numeric_limits<double>::quiet_NaN();
  if (array.kind() == GeometryKind::point) {
    const Point q = array.points()[feature];
    return std::hypot(p.x - q.x, p.y - q.y);
  }
  double best = std::numeric_limits<double>::infinity();
  for (auto part = array.part_begin(feature); part < array.part_end(feature); ++part) {
    for (auto r = array.ring_begin(part); r < array.ring_end(part); ++r) {
      const auto ring = array.ring(r);
      if (ring.size() == 1) best = std::min(best, squared_distance_to_segment(p, ring[0], ring[0]));
      for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        best = std::min(best, squared_distance_to_segment(p, ring[i], ring[i + 1]));
      }
    }
  }
  return std::sqrt(best);
}

}  // namespace cartouche
