#include "backdrop.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace cartouche::review {
namespace {

using display::Blend;

// A segment that a ray from p to the right crosses turns inside out.
void cross(Point a, Point b, Point p, bool& inside) {
  if ((a.y > p.y) == (b.y > p.y)) return;
  if (p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x)) inside = !inside;
}

void cross_curve(Point a, std::span<const Point> c, Point p, bool& inside) {
  constexpr int kChords = 8;
  Point last = a;
  for (int i = 1; i <= kChords; ++i) {
    const double t = static_cast<double>(i) / kChords, u = 1 - t;
    const auto along = [&](double s, double c1, double c2, double e) {
      return u * u * u * s + 3 * u * u * t * c1 + 3 * u * t * t * c2 + t * t * t * e;
    };
    const Point next{along(a.x, c[0].x, c[1].x, c[2].x), along(a.y, c[0].y, c[1].y, c[2].y)};
    cross(last, next, p, inside);
    last = next;
  }
}

double mean_opacity(const display::Fade& fade) {
  double sum = 0;
  for (const display::Fade::Stop& stop : fade.stops) sum += stop.opacity;
  return fade.stops.empty() ? 1 : sum / static_cast<double>(fade.stops.size());
}

struct Share {  // of the area that a pattern covers
  double operator()(std::monostate) const { return 1; }
  double operator()(const display::Hatch& hatch) const { return std::min(1.0, hatch.width / hatch.spacing); }
  double operator()(const display::Dots& dots) const {
    return std::min(1.0, 2 * std::numbers::pi * dots.radius * dots.radius / (dots.spacing * dots.spacing));
  }
  double operator()(const display::Tile&) const { return 0; }
  double operator()(const display::Fade& fade) const { return mean_opacity(fade); }
};

double blended(double under, double over, Blend blend) {
  switch (blend) {
    case Blend::normal:
      return over;
    case Blend::multiply:
      return under * over;
    case Blend::screen:
      return under + over - under * over;
    case Blend::darken:
      return std::min(under, over);
    case Blend::lighten:
      return std::max(under, over);
  }
  return over;
}

std::uint8_t composed(std::uint8_t under, std::uint8_t over, double opacity, Blend blend) {
  const double result = blended(under / 255.0, over / 255.0, blend) * opacity + under / 255.0 * (1 - opacity);
  return static_cast<std::uint8_t>(std::lround(result * 255));
}

}  // namespace

bool contains(const Path& path, Point p) {
  bool inside = false;
  Point start{}, at{};
  std::size_t next = 0;
  const std::span<const Point> points = path.points();
  for (const Path::Verb verb : path.verbs()) {
    switch (verb) {
      case Path::Verb::move:
        cross(at, start, p, inside);
        start = at = points[next++];
        break;
      case Path::Verb::line:
        cross(at, points[next], p, inside);
        at = points[next++];
        break;
      case Path::Verb::cubic:
        cross_curve(at, points.subspan(next, 3), p, inside);
        at = points[next + 2];
        next += 3;
        break;
      case Path::Verb::close:
        cross(at, start, p, inside);
        at = start;
        break;
    }
  }
  cross(at, start, p, inside);
  return inside;
}

void Backdrop::paint(const display::Shape& shape, const std::vector<const Path*>& clips, double opacity,
                     Blend blend) {
  if (!shape.fill) return;
  const double share = std::visit(Share{}, shape.fill->pattern) * opacity * shape.fill->color.a / 255.0;
  if (share <= 0) return;
  layers_.push_back({&shape.path, shape.path.box(), clips, shape.fill->color, share, blend});
}

Color Backdrop::at(Point p) const {
  Color color = page_;
  for (const Layer& layer : layers_) {
    if (!layer.box.contains(p) || !contains(*layer.path, p)) continue;
    if (!std::all_of(layer.clips.begin(), layer.clips.end(),
                     [&](const Path* clip) { return contains(*clip, p); }))
      continue;
    color.r = composed(color.r, layer.color.r, layer.opacity, layer.blend);
    color.g = composed(color.g, layer.color.g, layer.opacity, layer.blend);
    color.b = composed(color.b, layer.color.b, layer.opacity, layer.blend);
  }
  return color;
}

}  // namespace cartouche::review
