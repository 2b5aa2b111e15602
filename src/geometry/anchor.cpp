#include "cartouche/geometry/anchor.h"

#include <cmath>
#include <queue>

#include "cartouche/geometry/measure.h"
#include "cartouche/geometry/segment.h"

namespace cartouche {
namespace {

/// The feature with x divided by the aspect: there the largest ellipse of that shape is the largest circle.
class ScaledRings {
 public:
  ScaledRings(const GeometryArray& polygons, std::size_t feature, double aspect) {
    for (auto part = polygons.part_begin(feature); part < polygons.part_end(feature); ++part) {
      for (auto r = polygons.ring_begin(part); r < polygons.ring_end(part); ++r) {
        const auto ring = polygons.ring(r);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
          const Point a{ring[i].x / aspect, ring[i].y};
          const Point b{ring[i + 1].x / aspect, ring[i + 1].y};
          if (!(a == b)) edges_.push_back({a, b});
          box_.extend(a);
          box_.extend(b);
        }
      }
    }
  }

  const Box& box() const { return box_; }

  /// Distance to the border, positive inside (even-odd rule), negative outside; of a place nearer to the
  /// border than `least`, something less than that.
  double depth(Point p, double least) const {
    bool inside = false;
    double nearest = std::numeric_limits<double>::infinity();
    const double enough = least > 0 ? least * least : -1;
    for (const auto& [a, b] : edges_) {
      if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
      nearest = std::min(nearest, squared_distance_to_segment(p, a, b));
      if (nearest < enough) return -std::sqrt(nearest);
    }
    return inside ? std::sqrt(nearest) : -std::sqrt(nearest);
  }

 private:
  struct Edge {
    Point a;
    Point b;
  };

  std::vector<Edge> edges_;
  Box box_;
};

/// A square of the search; no point in it lies deeper than `bound`.
struct Cell {
  Point center;
  double half;
  double depth;
  double bound;

  bool operator<(const Cell& other) const {
    if (bound != other.bound) return bound < other.bound;
    return other.center < center;
  }
};

Cell cell_at(const ScaledRings& rings, Point center, double half, double least) {
  const double depth = rings.depth(center, least);
  return {center, half, depth, depth + half * std::sqrt(2.0)};
}

Cell deepest(const ScaledRings& rings, Cell best, double precision) {
  const Box& box = rings.box();
  const double side = std::min(box.width(), box.height());
  // A long thin feature must not start with more squares than it can ever need.
  const double step = std::max(side, std::max(box.width(), box.height()) / 64);
  std::priority_queue<Cell> queue;
  const auto offer = [&](Point center, double half) {
    // A square of less depth is neither the best nor looked into.
    const double least = best.depth + std::min(0.0, precision - half * std::sqrt(2.0));
    const Cell cell = cell_at(rings, center, half, least);
    if (cell.depth > best.depth) best = cell;
    if (cell.bound > best.depth + precision) queue.push(cell);
  };
  for (double x = box.min.x; x < box.max.x; x += step) {
    for (double y = box.min.y; y < box.max.y; y += step) offer({x + step / 2, y + step / 2}, step / 2);
  }
  while (!queue.empty()) {
    const Cell cell = queue.top();
    queue.pop();
    if (cell.bound <= best.depth + precision) break;
    const double half = cell.half / 2;
    for (const double dx : {-half, half}) {
      for (const double dy : {-half, half}) offer({cell.center.x + dx, cell.center.y + dy}, half);
    }
  }
  return best;
}

}  // namespace

Anchor label_anchor(const GeometryArray& polygons, std::size_t feature, double aspect, double precision) {
  if (polygons.is_missing(feature)) return {};
  const double wide = aspect > 0 && std::isfinite(aspect) ? aspect : 1;
  const ScaledRings rings(polygons, feature, wide);
  const Box& box = rings.box();
  const Point center = centroid(polygons, feature);
  const double finest = std::max(box.width(), box.height()) / 4096;
  // Without an area, or when coordinates are not finite, there is no inside to search.
  if (!(box.width() > 0 && box.height() > 0) || !std::isfinite(finest)) return {center, 0};
  const Cell start = cell_at(rings, {center.x / wide, center.y}, 0, 0);
  const Cell best = deepest(rings, start, std::max(precision, finest));
  return {{best.center.x * wide, best.center.y}, std::max(best.depth, 0.0)};
}

}  // namespace cartouche
