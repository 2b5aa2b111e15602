#pragma once
// A path of straight and cubic segments, as all backends draw it.

#include <cstdint>
#include <span>
#include <vector>

#include "cartouche/geometry/point.h"

namespace cartouche {

/// move and line take one point each, cubic three (two controls, end), close none.
class Path {
 public:
  enum class Verb : std::uint8_t { move, line, cubic, close };

  void move_to(Point p);
  void line_to(Point p);
  void cubic_to(Point control1, Point control2, Point end);
  void close();
  void append(const Path& other);

  bool empty() const { return verbs_.empty(); }
  std::span<const Verb> verbs() const { return verbs_; }
  std::span<const Point> points() const { return points_; }
  /// Box of all points, control points included.
  Box box() const;
  Path transformed(const Affine& affine) const;

  static Path rectangle(const Box& box);
  static Path rounded_rectangle(const Box& box, double radius);
  /// Four cubics; the radial error is below 2.8e-4 of the radius.
  static Path circle(Point center, double radius);
  static Path polyline(std::span<const Point> points);
  static Path polygon(std::span<const Point> points);

  bool operator==(const Path&) const = default;

 private:
  std::vector<Verb> verbs_;
  std::vector<Point> points_;
};

}  // namespace cartouche
