#include <cmath>
#include <vector>

#include "cartouche/crs/crs.h"

namespace cartouche {

namespace {

/// Points strictly between a and b, evenly spaced, none more than max_segment from the next. Counted from the
/// smaller end whatever the direction of travel, so both neighbours of a border get the same ones.
void add_between(std::vector<Point>& out, Point a, Point b, double max_segment) {
  const double length = std::hypot(b.x - a.x, b.y - a.y);
  if (!(length > max_segment)) return;  // also for a missing end
  const auto pieces = static_cast<long>(std::ceil(length / max_segment));
  const bool forwards = a < b;
  const Point low = forwards ? a : b;
  const Point high = forwards ? b : a;
  for (long i = 1; i < pieces; ++i) {
    const double t = static_cast<double>(forwards ? i : pieces - i) / static_cast<double>(pieces);
    out.push_back({low.x + (high.x - low.x) * t, low.y + (high.y - low.y) * t});
  }
}

void densify(std::span<const Point> ring, double max_segment, std::vector<Point>& out) {
  out.clear();
  for (std::size_t i = 0; i < ring.size(); ++i) {
    if (i > 0 && max_segment > 0) add_between(out, ring[i - 1], ring[i], max_segment);
    out.push_back(ring[i]);
  }
}

/// Leaves out missing vertices and closes a polygon's ring again; false where too little is left.
bool drop_missing(std::vector<Point>& ring, GeometryKind kind) {
  const std::size_t before = ring.size();
  std::erase_if(ring, [](Point p) { return is_missing(p); });
  if (kind == GeometryKind::line) return ring.size() >= 2;
  if (ring.size() != before && !ring.empty() && !(ring.front() == ring.back())) ring.push_back(ring.front());
  return ring.size() == before ? before > 0 : ring.size() >= 4;
}

class Rebuilder {
 public:
  Rebuilder(const GeometryArray& array, const Transform& transform, double max_segment)
      : in_(array), transform_(transform), max_segment_(max_segment), out_(array.kind()) {
    out_.reserve_points(array.points().size());
  }

  GeometryArray run() {
    for (std::size_t feature = 0; feature < in_.size(); ++feature) add_feature(feature);
    return std::move(out_);
  }

 private:
  void add_feature(std::size_t feature) {
    bool any = false;
    for (auto part = in_.part_begin(feature); part < in_.part_end(feature); ++part) any |= add_part(part);
    if (any) {
      out_.end_feature();
    } else {
      out_.add_missing();
    }
  }

  bool add_part(GeometryArray::Index part) {
    const auto begin = in_.ring_begin(part);
    for (auto ring = begin; ring < in_.ring_end(part); ++ring) {
      densify(in_.ring(ring), max_segment_, buffer_);
      transform_.apply(buffer_);
      if (drop_missing(buffer_, in_.kind())) {
        out_.add_ring(buffer_);
      } else if (ring == begin) {
        return false;  // an outline takes its holes along
      }
    }
    out_.end_part();
    return true;
  }

  const GeometryArray& in_;
  const Transform& transform_;
  double max_segment_;
  GeometryArray out_;
  std::vector<Point> buffer_;
};

}  // namespace

GeometryArray transformed(const GeometryArray& array, const Crs& from, const Crs& to, double max_segment) {
  const Transform transform(from, to);
  if (array.kind() == GeometryKind::point) {
    GeometryArray out = array;
    transform.apply(out.mutable_points());
    return out;
  }
  if (transform.is_identity() && !(max_segment > 0)) return array;
  return Rebuilder(array, transform, max_segment).run();
}

Box transformed(const Box& box, const Transform& transform) {
  if (transform.is_identity() || box.empty()) return box;
  Box result;
  for (const Point corner : {box.min, box.max, Point{box.min.x, box.max.y}, Point{box.max.x, box.min.y}})
    result.extend(transform(corner));
  return result;
}

}  // namespace cartouche
