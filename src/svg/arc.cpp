#include "arc.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cartouche::svg {
namespace {

double angle_between(Point u, Point v) {
  return std::atan2(u.x * v.y - u.y * v.x, u.x * v.x + u.y * v.y);
}

// The centre of the arc's ellipse, in the ellipse's own axes (F.6.5), radii grown where they are too short.
Point arc_center(Point half, double& rx, double& ry, bool large, bool sweep) {
  const double lambda = half.x * half.x / (rx * rx) + half.y * half.y / (ry * ry);
  if (lambda > 1) {
    rx *= std::sqrt(lambda);
    ry *= std::sqrt(lambda);
  }
  const double top = rx * rx * ry * ry - rx * rx * half.y * half.y - ry * ry * half.x * half.x;
  const double bottom = rx * rx * half.y * half.y + ry * ry * half.x * half.x;
  const double factor = (large == sweep ? -1 : 1) * std::sqrt(std::max(0.0, top / bottom));
  return {factor * rx * half.y / ry, -factor * ry * half.x / rx};
}

}  // namespace

void append_arc(Path& path, Point from, double rx, double ry, double degrees, bool large, bool sweep,
                Point to) {
  rx = std::abs(rx);
  ry = std::abs(ry);
  if (rx == 0 || ry == 0 || from == to) {
    path.line_to(to);
    return;
  }
  const double turn = degrees * std::numbers::pi / 180, cosine = std::cos(turn), sine = std::sin(turn);
  const double dx = (from.x - to.x) / 2, dy = (from.y - to.y) / 2;
  const Point half{cosine * dx + sine * dy, -sine * dx + cosine * dy};
  const Point c = arc_center(half, rx, ry, large, sweep);
  const Point start{(half.x - c.x) / rx, (half.y - c.y) / ry},
      end{(-half.x - c.x) / rx, (-half.y - c.y) / ry};
  const double first = angle_between({1, 0}, start);
  double whole = angle_between(start, end);
  if (!sweep && whole > 0) whole -= 2 * std::numbers::pi;
  if (sweep && whole < 0) whole += 2 * std::numbers::pi;
  const Point middle{(from.x + to.x) / 2, (from.y + to.y) / 2};
  const Affine place{rx * cosine,
                     rx * sine,
                     -ry * sine,
                     ry * cosine,
                     middle.x + cosine * c.x - sine * c.y,
                     middle.y + sine * c.x + cosine * c.y};
  const int pieces =
      std::max(1, static_cast<int>(std::ceil(std::abs(whole) / (std::numbers::pi / 2) - 1e-9)));
  const double step = whole / pieces;
  // The handle of a cubic that follows a circle's arc: Goldapp, CAGD 8(3), 1991.
  const double handle = 4.0 / 3 * std::tan(step / 4);
  for (int i = 0; i < pieces; ++i) {
    const double a = first + i * step, b = a + step;
    const Point p{std::cos(a), std::sin(a)}, q{std::cos(b), std::sin(b)};
    path.cubic_to(place({p.x - handle * p.y, p.y + handle * p.x}),
                  place({q.x + handle * q.y, q.y - handle * q.x}), i + 1 == pieces ? to : place(q));
  }
}

}  // namespace cartouche::svg
