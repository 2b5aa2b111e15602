#include "cartouche/geometry/path.h"

namespace cartouche {
namespace {

/// Control points at this part of the radius make a cubic quarter circle meet the true one at its ends and
/// its middle: 4/3·(√2 − 1).
constexpr double kQuarterCircle = 0.55228474983079339840;

}  // namespace

void Path::move_to(Point p) {
  verbs_.push_back(Verb::move);
  points_.push_back(p);
}

void Path::line_to(Point p) {
  verbs_.push_back(Verb::line);
  points_.push_back(p);
}

void Path::cubic_to(Point control1, Point control2, Point end) {
  verbs_.push_back(Verb::cubic);
  points_.insert(points_.end(), {control1, control2, end});
}

void Path::close() {
  verbs_.push_back(Verb::close);
}

void Path::append(const Path& other) {
  const Path copy = &other == this ? other : Path();
  const Path& source = &other == this ? copy : other;
  verbs_.insert(verbs_.end(), source.verbs_.begin(), source.verbs_.end());
  points_.insert(points_.end(), source.points_.begin(), source.points_.end());
}

Box Path::box() const {
  Box box;
  for (const Point p : points_) box.extend(p);
  return box;
}

Path Path::transformed(const Affine& affine) const {
  Path result = *this;
  for (Point& p : result.points_) p = affine(p);
  return result;
}

Path Path::rectangle(const Box& box) {
  Path path;
  if (box.empty()) return path;
  path.move_to(box.min);
  path.line_to({box.max.x, box.min.y});
  path.line_to(box.max);
  path.line_to({box.min.x, box.max.y});
  path.close();
  return path;
}

Path Path::rounded_rectangle(const Box& box, double radius) {
  const double r = std::min({radius, box.width() / 2, box.height() / 2});
  if (!(r > 0)) return rectangle(box);
  const double c = r * (1 - kQuarterCircle);
  const auto [x0, y0] = box.min;
  const auto [x1, y1] = box.max;
  Path path;
  path.move_to({x0 + r, y0});
  path.line_to({x1 - r, y0});
  path.cubic_to({x1 - c, y0}, {x1, y0 + c}, {x1, y0 + r});
  path.line_to({x1, y1 - r});
  path.cubic_to({x1, y1 - c}, {x1 - c, y1}, {x1 - r, y1});
  path.line_to({x0 + r, y1});
  path.cubic_to({x0 + c, y1}, {x0, y1 - c}, {x0, y1 - r});
  path.line_to({x0, y0 + r});
  path.cubic_to({x0, y0 + c}, {x0 + c, y0}, {x0 + r, y0});
  path.close();
  return path;
}

Path Path::circle(Point center, double radius) {
  const double k = radius * kQuarterCircle;
  const auto [x, y] = center;
  Path path;
  path.move_to({x + radius, y});
  path.cubic_to({x + radius, y + k}, {x + k, y + radius}, {x, y + radius});
  path.cubic_to({x - k, y + radius}, {x - radius, y + k}, {x - radius, y});
  path.cubic_to({x - radius, y - k}, {x - k, y - radius}, {x, y - radius});
  path.cubic_to({x + k, y - radius}, {x + radius, y - k}, {x + radius, y});
  path.close();
  return path;
}

Path Path::polyline(std::span<const Point> points) {
  Path path;
  for (const Point p : points) {
    if (path.empty()) {
      path.move_to(p);
    } else {
      path.line_to(p);
    }
  }
  return path;
}

Path Path::polygon(std::span<const Point> points) {
  const bool repeats_start = points.size() > 1 && points.front() == points.back();
  Path path = polyline(repeats_start ? points.first(points.size() - 1) : points);
  if (!path.empty()) path.close();
  return path;
}

}  // namespace cartouche
