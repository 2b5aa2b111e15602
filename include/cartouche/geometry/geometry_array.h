#pragma once
// All geometries of a table in flat arrays: features → parts → rings → points, each level given by its ends.
//
// Guarantees
//   feature_ends.size() == number of features (lines and polygons); all ends are non-decreasing.
//   point    one point a feature, points()[i]; a missing one is NaN. No parts or rings.
//   line     a part is one line string and holds exactly one ring (the run of its vertices).
//   polygon  a part is one polygon: its first ring the outline, the others holes. A ring is closed: first ==
//   last.
//            Orientation is not guaranteed; interiors follow the even-odd rule.
// A missing line or polygon is a feature without parts. Coordinates are x, y in the CRS of whoever owns the
// array.

#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

#include "cartouche/geometry/point.h"

namespace cartouche {

enum class GeometryKind : std::uint8_t { point, line, polygon };

class GeometryArray {
 public:
  using Index = std::uint32_t;

  explicit GeometryArray(GeometryKind kind = GeometryKind::point) : kind_(kind) {}

  GeometryKind kind() const { return kind_; }
  std::size_t size() const { return kind_ == GeometryKind::point ? points_.size() : feature_ends_.size(); }
  bool is_missing(std::size_t feature) const;

  // Building: points one by one; lines and polygons ring by ring, then end_part(), then end_feature().
  void add_point(Point p) { points_.push_back(p); }
  void add_ring(std::span<const Point> ring);
  void end_part();
  void end_feature();
  void add_missing();
  void append(const GeometryArray& other, std::size_t feature);
  void reserve_points(std::size_t count) { points_.reserve(count); }

  // Reading. Indices of parts are global, as are those of rings.
  std::span<const Point> points() const { return points_; }
  std::span<Point> mutable_points() { return points_; }
  Index part_begin(std::size_t feature) const { return feature == 0 ? 0 : feature_ends_[feature - 1]; }
  Index part_end(std::size_t feature) const { return feature_ends_[feature]; }
  Index ring_begin(Index part) const { return part == 0 ? 0 : part_ends_[part - 1]; }
  Index ring_end(Index part) const { return part_ends_[part]; }
  std::span<const Point> ring(Index ring) const {
    const Index begin = ring == 0 ? 0 : ring_ends_[ring - 1];
    return std::span(points_).subspan(begin, ring_ends_[ring] - begin);
  }
  std::size_t part_count() const { return part_ends_.size(); }
  std::size_t ring_count() const { return ring_ends_.size(); }

  Box box(std::size_t feature) const;
  Box box() const;
  /// The named features, in that order.
  GeometryArray take(std::span<const Index> features) const;

  bool operator==(const GeometryArray&) const = default;

 private:
  GeometryKind kind_;
  std::vector<Point> points_;
  std::vector<Index> ring_ends_;
  std::vector<Index> part_ends_;
  std::vector<Index> feature_ends_;
};

inline constexpr Point kMissingPoint{std::numeric_limits<double>::quiet_NaN(),
                                     std::numeric_limits<double>::quiet_NaN()};
inline bool is_missing(Point p) {
  return std::isnan(p.x);
}

}  // namespace cartouche
