#include <algorithm>
#include <cmath>
#include <numbers>

#include "context.h"

namespace cartouche::layout {
namespace {

// Points along the outline of a frame: enough that the corners of a circle bend by less than a degree and a
// half, and that a side follows the curve it has in another system.
constexpr int kOutlinePoints = 240;

std::vector<Point> outline_of(const FrameView& view) {
  std::vector<Point> outline;
  const Point c = view.box.center();
  const double radius = std::min(view.box.width(), view.box.height()) / 2;
  const Point corners[] = {view.box.min,
                           {view.box.max.x, view.box.min.y},
                           view.box.max,
                           {view.box.min.x, view.box.max.y},
                           view.box.min};
  constexpr int kSide = kOutlinePoints / 4;
  for (int i = 0; i < kOutlinePoints; ++i) {
    if (view.round) {
      const double angle = 2 * std::numbers::pi * i / kOutlinePoints;
      outline.push_back({c.x + radius * std::cos(angle), c.y + radius * std::sin(angle)});
      continue;
    }
    const Point from = corners[i / kSide], to = corners[i / kSide + 1];
    const double t = static_cast<double>(i % kSide) / kSide;
    outline.push_back({from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)});
  }
  return outline;
}

// The outline of a frame as the other shows it: back to the ground and from there to the other's page box.
std::vector<Point> seen_on(const Context& context, const FrameView& view, const FrameView& other) {
  const Crs &crs = context.map.frames[view.frame].crs, &other_crs = context.map.frames[other.frame].crs;
  const Affine& a = view.to_page;  // no rotation: x and y apart
  std::vector<Point> points;
  for (const Point p : outline_of(view)) points.push_back({(p.x - a.e) / a.a, (p.y - a.f) / a.d});
  if (!(crs == other_crs)) Transform(crs, other_crs).apply(points);
  if (std::any_of(points.begin(), points.end(), [](Point p) { return is_missing(p); })) return {};
  for (Point& p : points) p = other.to_page(p);
  return points;
}

double turn(Point o, Point a, Point b) {
  return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

struct Owned {
  Point at;
  bool of_zoom = false;
};

// Convex hull, counter-clockwise in x and y. Andrew, Information Processing Letters 9(5), 1979.
std::vector<Owned> hull(std::vector<Owned> points) {
  std::sort(points.begin(), points.end(), [](const Owned& a, const Owned& b) { return a.at < b.at; });
  std::vector<Owned> result;
  const auto chain = [&](auto begin, auto end) {
    const std::size_t start = result.size();
    for (auto each = begin; each != end; ++each) {
      while (result.size() >= start + 2 &&
             turn(result[result.size() - 2].at, result.back().at, each->at) <= 0)
        result.pop_back();
      result.push_back(*each);
    }
    result.pop_back();
  };
  chain(points.begin(), points.end());
  chain(points.rbegin(), points.rend());
  return result;
}

// The two outer tangents: the sides of the common hull that go from one outline to the other.
std::vector<std::pair<Point, Point>> tangents(const std::vector<Point>& here,
                                              const std::vector<Point>& zoom) {
  std::vector<Owned> points;
  for (const Point p : here) points.push_back({p, false});
  for (const Point p : zoom) points.push_back({p, true});
  const std::vector<Owned> around = hull(std::move(points));
  std::vector<std::pair<Point, Point>> ties;
  for (std::size_t i = 0; i < around.size(); ++i) {
    const Owned& a = around[i];
    const Owned& b = around[(i + 1) % around.size()];
    if (a.of_zoom != b.of_zoom) ties.push_back(a.of_zoom ? std::pair{b.at, a.at} : std::pair{a.at, b.at});
  }
  return ties;
}

// Kept free around a dot that a tie would cross, points.
constexpr double kClear = 0.9;

// From where to where, in shares of its length, a line runs through a circle; nothing where it does not.
std::optional<std::pair<double, double>> within(const std::pair<Point, Point>& line, Point center,
                                                double radius) {
  const auto [from, to] = line;
  const double dx = to.x - from.x, dy = to.y - from.y, length2 = dx * dx + dy * dy;
  if (!(length2 > 0)) return std::nullopt;
  const double foot = ((center.x - from.x) * dx + (center.y - from.y) * dy) / length2;
  const double away = std::hypot(from.x + foot * dx - center.x, from.y + foot * dy - center.y);
  if (away >= radius) return std::nullopt;
  const double half = std::sqrt((radius * radius - away * away) / length2);
  return std::pair{foot - half, foot + half};
}

// The parts of a line that run clear of the dots of a frame: a tie passes behind them.
std::vector<std::pair<Point, Point>> behind_dots(const std::pair<Point, Point>& line, const Context& context,
                                                 const FrameView& view) {
  std::vector<std::pair<double, double>> hidden;
  for (const LayerView& layer : view.layers) {
    const auto* points = std::get_if<map::PointLayer>(&context.map.layers[layer.layer]);
    if (!points) continue;
    for (std::size_t i = 0; i < layer.selected.size(); ++i)
      if (const auto part =
              within(line, layer.shapes.points()[i], points->size_of(layer.selected[i]) / 2 + kClear))
        hidden.push_back(*part);
  }
  hidden.emplace_back(1, 1);  // the end
  std::sort(hidden.begin(), hidden.end());
  const auto at = [&](double share) {
    return Point{line.first.x + share * (line.second.x - line.first.x),
                 line.first.y + share * (line.second.y - line.first.y)};
  };
  std::vector<std::pair<Point, Point>> seen;
  double from = 0;
  for (const auto& [begin, end] : hidden) {
    if (const double to = std::min(begin, 1.0); to > from) seen.emplace_back(at(from), at(to));
    from = std::max(from, end);
  }
  return seen;
}

}  // namespace

LocatorItem lay_out(Context& context, const PageItem&, const items::Locator& style, Printed&) {
  const FrameView& zoom = context.view_of(style.of);
  const FrameView& main = context.view_of(style.on);
  LocatorItem locator;
  locator.fill = style.fill;
  locator.stroke = style.stroke;
  locator.tie = style.tie;
  locator.outline = seen_on(context, zoom, main);
  if (locator.tie && !locator.outline.empty())
    for (const auto& tie : tangents(locator.outline, outline_of(zoom)))
      for (const auto& part : behind_dots(tie, context, main)) locator.ties.push_back(part);
  return locator;
}

Box locator_place(const Context& context, const items::Locator& style) {
  const auto zoom = context.frames.find(style.of), main = context.frames.find(style.on);
  Box box;
  if (zoom != context.frames.end() && main != context.frames.end())
    for (const Point p : seen_on(context, zoom->second.view, main->second.view)) box.extend(p);
  return box;
}

}  // namespace cartouche::layout
