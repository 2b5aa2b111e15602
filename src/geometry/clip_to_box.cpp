// Cutting at an axis-parallel box, for drawing: polygons after Sutherland & Hodgman (CACM 17(1), 1974), lines
// after Liang & Barsky (ACM TOG 3(1), 1984).
#include <optional>

#include "cartouche/geometry/overlay.h"

namespace cartouche {
namespace {

enum class Edge { left, right, bottom, top };

/// How far p lies inside of one edge of the box; negative outside.
double depth(Point p, const Box& box, Edge edge) {
  switch (edge) {
    case Edge::left:
      return p.x - box.min.x;
    case Edge::right:
      return box.max.x - p.x;
    case Edge::bottom:
      return p.y - box.min.y;
    case Edge::top:
      return box.max.y - p.y;
  }
  return 0;
}

/// Where ab crosses the edge. Computed from the inner end, so both directions of a shared border give the
/// same point; exact on the axis of the edge.
Point crossing(Point inner, Point outer, const Box& box, Edge edge) {
  const bool upright = edge == Edge::left || edge == Edge::right;
  const double inside = depth(inner, box, edge);
  const double t = inside / (inside - depth(outer, box, edge));
  if (upright) {
    return {edge == Edge::left ? box.min.x : box.max.x, inner.y + t * (outer.y - inner.y)};
  }
  return {inner.x + t * (outer.x - inner.x), edge == Edge::bottom ? box.min.y : box.max.y};
}

void cut_at(std::vector<Point>& ring, std::vector<Point>& scratch, const Box& box, Edge edge) {
  if (ring.empty()) return;
  scratch.clear();
  Point before = ring.back();
  bool before_inside = depth(before, box, edge) >= 0;
  for (const Point p : ring) {
    const bool inside = depth(p, box, edge) >= 0;
    if (inside && !before_inside) scratch.push_back(crossing(p, before, box, edge));
    if (!inside && before_inside) scratch.push_back(crossing(before, p, box, edge));
    if (inside) scratch.push_back(p);
    before = p;
    before_inside = inside;
  }
  ring.swap(scratch);
}

class RingCutter {
 public:
  explicit RingCutter(const Box& box) : box_(box) {}

  /// The closed ring that is left, empty where less than a triangle is.
  std::span<const Point> cut(std::span<const Point> ring) {
    ring_.assign(ring.begin(), ring.end());
    if (ring_.size() > 1 && ring_.front() == ring_.back()) ring_.pop_back();
    for (const Edge edge : {Edge::left, Edge::right, Edge::bottom, Edge::top}) {
      cut_at(ring_, scratch_, box_, edge);
    }
    ring_.erase(std::unique(ring_.begin(), ring_.end()), ring_.end());
    while (ring_.size() > 1 && ring_.front() == ring_.back()) ring_.pop_back();
    if (ring_.size() < 3 || runs_along_the_edge()) return {};
    ring_.push_back(ring_.front());
    return ring_;
  }

 private:
  /// Of a ring that only goes around the box outside, a flat path on its edge is left.
  bool runs_along_the_edge() const {
    Box box;
    for (const Point p : ring_) box.extend(p);
    return !(box.width() > 0 && box.height() > 0);
  }

  Box box_;
  std::vector<Point> ring_;
  std::vector<Point> scratch_;
};

void cut_polygon(GeometryArray& result, const GeometryArray& subject, std::size_t feature, const Box& box,
                 RingCutter& cutter) {
  for (auto part = subject.part_begin(feature); part < subject.part_end(feature); ++part) {
    const auto outline = subject.ring_begin(part);
    for (auto r = outline; r < subject.ring_end(part); ++r) {
      const auto ring = subject.ring(r);
      Box extent;
      for (const Point p : ring) extent.extend(p);
      const auto kept = !extent.intersects(box) ? std::span<const Point>()
                        : box.contains(extent)  ? ring
                                                : cutter.cut(ring);
      if (!kept.empty()) {
        result.add_ring(kept);
      } else if (r == outline) {
        break;
      }
    }
    result.end_part();
  }
  result.end_feature();
}

/// The part of segment ab inside the box, as parameters from 0 (a) to 1 (b).
std::optional<std::pair<double, double>> inside_of(Point a, Point b, const Box& box) {
  double from = 0;
  double to = 1;
  for (const Edge edge : {Edge::left, Edge::right, Edge::bottom, Edge::top}) {
    const double at_a = depth(a, box, edge);
    const double at_b = depth(b, box, edge);
    if (at_a < 0 && at_b < 0) return std::nullopt;
    if (at_a < 0) from = std::max(from, at_a / (at_a - at_b));
    if (at_b < 0) to = std::min(to, at_a / (at_a - at_b));
  }
  if (!(from < to)) return std::nullopt;
  return std::pair(from, to);
}

void cut_line(GeometryArray& result, std::span<const Point> line, const Box& box, std::vector<Point>& run) {
  const auto finish = [&] {
    if (run.size() > 1) {
      result.add_ring(run);
      result.end_part();
    }
    run.clear();
  };
  const auto within = [&](Point p) {
    return Point{std::clamp(p.x, box.min.x, box.max.x), std::clamp(p.y, box.min.y, box.max.y)};
  };
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const Point a = line[i];
    const Point b = line[i + 1];
    const auto inside = inside_of(a, b, box);
    if (!inside) {
      finish();
      continue;
    }
    const auto at = [&](double t) { return within({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)}); };
    if (inside->first > 0) finish();
    if (run.empty()) run.push_back(inside->first > 0 ? at(inside->first) : a);
    run.push_back(inside->second < 1 ? at(inside->second) : b);
    if (inside->second < 1) finish();
  }
  finish();
}

}  // namespace

GeometryArray clip_to_box(const GeometryArray& subject, const Box& box) {
  GeometryArray result(subject.kind());
  RingCutter cutter(box);
  std::vector<Point> run;
  for (std::size_t i = 0; i < subject.size(); ++i) {
    const Box extent = subject.box(i);
    if (!extent.intersects(box)) {
      result.add_missing();
    } else if (box.contains(extent)) {
      result.append(subject, i);
    } else if (subject.kind() == GeometryKind::polygon) {
      cut_polygon(result, subject, i, box, cutter);
    } else {
      for (auto part = subject.part_begin(i); part < subject.part_end(i); ++part) {
        cut_line(result, subject.ring(subject.ring_begin(part)), box, run);
      }
      result.end_feature();
    }
  }
  return result;
}

}  // namespace cartouche
