#pragma once
// Points, boxes and affine maps of the plane.

#include <algorithm>
#include <limits>

namespace cartouche {

struct Point {
  double x = 0;
  double y = 0;
  auto operator<=>(const Point&) const = default;
};

/// An axis-parallel box; empty when min > max, as it is by default.
struct Box {
  Point min{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
  Point max{-std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};

  bool empty() const { return min.x > max.x || min.y > max.y; }
  double width() const { return empty() ? 0 : max.x - min.x; }
  double height() const { return empty() ? 0 : max.y - min.y; }
  Point center() const { return {(min.x + max.x) / 2, (min.y + max.y) / 2}; }
  /// Grows to hold p; a NaN point changes nothing.
  void extend(Point p) {
    if (p.x < min.x) min.x = p.x;
    if (p.y < min.y) min.y = p.y;
    if (p.x > max.x) max.x = p.x;
    if (p.y > max.y) max.y = p.y;
  }
  void extend(const Box& other) {
    if (other.empty()) return;
    extend(other.min);
    extend(other.max);
  }
  bool contains(Point p) const { return p.x >= min.x && p.x <= max.x && p.y >= min.y && p.y <= max.y; }
  bool contains(const Box& other) const { return contains(other.min) && contains(other.max); }
  bool intersects(const Box& other) const {
    return min.x <= other.max.x && other.min.x <= max.x && min.y <= other.max.y && other.min.y <= max.y;
  }
  Box expanded(double by) const { return {{min.x - by, min.y - by}, {max.x + by, max.y + by}}; }
  bool operator==(const Box&) const = default;
};

/// x' = a·x + c·y + e,  y' = b·x + d·y + f (the order of Cairo and of SVG's matrix()).
struct Affine {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  Point operator()(Point p) const { return {a * p.x + c * p.y + e, b * p.x + d * p.y + f}; }
  /// First *this, then `next`.
  Affine then(const Affine& next) const {
    return {next.a * a + next.c * b, next.b * a + next.d * b,          next.a * c + next.c * d,
            next.b * c + next.d * d, next.a * e + next.c * f + next.e, next.b * e + next.d * f + next.f};
  }
  static Affine translation(double x, double y) { return {1, 0, 0, 1, x, y}; }
  static Affine scaling(double x, double y) { return {x, 0, 0, y, 0, 0}; }
  bool operator==(const Affine&) const = default;
};

}  // namespace cartouche
