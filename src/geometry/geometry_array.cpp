#include "cartouche/geometry/geometry_array.h"

namespace cartouche {
namespace {

GeometryArray::Index to_index(std::size_t value) {
  return static_cast<GeometryArray::Index>(value);
}

}  // namespace

bool GeometryArray::is_missing(std::size_t feature) const {
  if (kind_ == GeometryKind::point) return cartouche::is_missing(points_[feature]);
  return part_begin(feature) == part_end(feature);
}

void GeometryArray::add_ring(std::span<const Point> ring) {
  // The ring may lie in this very array: insert() from a range of its own would read moved memory.
  const auto first = points_.size();
  if (first + ring.size() > points_.capacity()) {
    std::vector<Point> grown;
    grown.reserve(std::max(first + ring.size(), first * 2));
    grown.assign(points_.begin(), points_.end());
    grown.insert(grown.end(), ring.begin(), ring.end());
    points_.swap(grown);
  } else {
    for (const Point p : ring) points_.push_back(p);
  }
  ring_ends_.push_back(to_index(points_.size()));
}

void GeometryArray::end_part() {
  const Index before = part_ends_.empty() ? 0 : part_ends_.back();
  if (ring_ends_.size() > before) part_ends_.push_back(to_index(ring_ends_.size()));
}

void GeometryArray::end_feature() {
  if (kind_ == GeometryKind::point) return;
  end_part();
  feature_ends_.push_back(to_index(part_ends_.size()));
}

void GeometryArray::add_missing() {
  if (kind_ == GeometryKind::point) {
    points_.push_back(kMissingPoint);
  } else {
    end_feature();
  }
}

void GeometryArray::append(const GeometryArray& other, std::size_t feature) {
  if (kind_ == GeometryKind::point) {
    const Point p = other.points_[feature];
    points_.push_back(p);
    return;
  }
  const Index end = other.part_end(feature);
  for (Index part = other.part_begin(feature); part < end; ++part) {
    const Index ring_stop = other.ring_end(part);
    for (Index r = other.ring_begin(part); r < ring_stop; ++r) add_ring(other.ring(r));
    end_part();
  }
  end_feature();
}

Box GeometryArray::box(std::size_t feature) const {
  Box box;
  if (kind_ == GeometryKind::point) {
    box.extend(points_[feature]);
    return box;
  }
  for (Index part = part_begin(feature); part < part_end(feature); ++part) {
    for (Index r = ring_begin(part); r < ring_end(part); ++r) {
      for (const Point p : ring(r)) box.extend(p);
    }
  }
  return box;
}

Box GeometryArray::box() const {
  Box box;
  for (const Point p : points_) box.extend(p);
  return box;
}

GeometryArray GeometryArray::take(std::span<const Index> features) const {
  GeometryArray taken(kind_);
  std::size_t count = 0;
  for (const Index f : features) {
    if (kind_ == GeometryKind::point) {
      ++count;
      continue;
    }
    const Index first = part_begin(f);
    const Index last = part_end(f);
    if (first == last) continue;
    const Index ring_first = ring_begin(first);
    count += ring_ends_[ring_end(last - 1) - 1] - (ring_first == 0 ? 0 : ring_ends_[ring_first - 1]);
  }
  taken.reserve_points(count);
  for (const Index f : features) taken.append(*this, f);
  return taken;
}

}  // namespace cartouche
