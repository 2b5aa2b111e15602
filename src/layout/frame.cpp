#include <algorithm>
#include <cmath>

#include "context.h"

namespace cartouche::layout {
namespace {

// The page fills every frame of its template: map::check_page().
std::size_t frame_named(const map::Map& map, const std::string& name) {
  const auto found = std::find_if(map.frames.begin(), map.frames.end(),
                                  [&](const map::Frame& frame) { return frame.name == name; });
  return static_cast<std::size_t>(found - map.frames.begin());
}

struct Circle {
  Point center;
  double radius = 0;
};

// Smallest enclosing circle, to a thousandth: move towards the farthest point by ever smaller steps. Bădoiu &
// Clarkson, SODA 2003.
Circle enclosing_circle(const std::vector<Point>& points) {
  const auto farthest = [&](Point c) {
    return *std::max_element(points.begin(), points.end(), [&](Point a, Point b) {
      return std::hypot(a.x - c.x, a.y - c.y) < std::hypot(b.x - c.x, b.y - c.y);
    });
  };
  constexpr int kSteps = 400;
  Point c = points.front();
  for (int step = 1; step <= kSteps; ++step) {
    const Point p = farthest(c);
    c = {c.x + (p.x - c.x) / (step + 1), c.y + (p.y - c.y) / (step + 1)};
  }
  const Point p = farthest(c);
  return {c, std::hypot(p.x - c.x, p.y - c.y)};
}

// The map's scale is what shows all of the extent, as large as the box less its margin allows.
void fit(Context& context, FrameView& view, const map::Frame& frame, const Location& where) {
  const double width = view.box.width() - 2 * frame.margin;
  const double height = view.box.height() - 2 * frame.margin;
  if (width <= 0 || height <= 0)
    throw usage_error(where, "frame '" + frame.name + "' has no room for its map");
  Point center = frame.extent.center();
  double scale = 0;
  if (view.round) {
    const Circle circle = enclosing_circle(frame.outline);
    center = circle.center;
    scale = std::min(width, height) / (2 * std::max(circle.radius, 1e-9));
  } else {
    scale = std::min(width / std::max(frame.extent.width(), 1e-9),
                     height / std::max(frame.extent.height(), 1e-9));
  }
  const Point middle = view.box.center();
  view.to_page = {scale, 0, 0, -scale, middle.x - scale * center.x, middle.y + scale * center.y};
  const LocalGround ground = context.store.local_ground(frame.crs, center);
  view.ground_metres_per_point = ground.metres_per_unit / scale;
  view.true_north = ground.true_north;
  const double half_width = view.box.width() / 2 / scale;
  const double half_height = view.box.height() / 2 / scale;
  view.window = {{center.x - half_width, center.y - half_height},
                 {center.x + half_width, center.y + half_height}};
}

void add_title(Context& context, const map::Frame& frame, const items::Frame& style, FrameItem& item) {
  if (frame.title.empty() || !style.title) return;
  const Box& box = item.view.box;
  constexpr double kGap = 2;
  // The name of a round inset may be wider than it: it is centred and keeps its lines.
  SetText text =
      set_text(context, frame.title, *style.title, box.min.x, 0, item.view.round ? 0 : box.width());
  if (item.view.round) move(text.lines, (box.width() - text.width) / 2, 0);
  using Side = items::Frame::TitleSide;
  const double top = style.title_side == Side::above ? box.min.y - kGap - text.height
                     : style.title_side == Side::top ? box.min.y + kGap
                                                     : box.max.y + kGap;
  move(text.lines, 0, top);
  item.title = std::move(text.lines);
}

}  // namespace

bool FrameView::shows(Point p) const {
  if (!box.contains(p)) return false;
  const Point c = box.center();
  return !round || std::hypot(p.x - c.x, p.y - c.y) <= std::min(box.width(), box.height()) / 2;
}

FrameItem lay_out_frame(Context& context, const PageItem& page_item) {
  const auto& style = std::get<items::Frame>(page_item.options);
  FrameItem item;
  FrameView& view = item.view;
  view.frame = frame_named(context.map, page_item.name);
  view.box = page_item.box;
  view.round = style.shape == items::Frame::Shape::circle;
  view.spread = style.spread;
  if (style.until) {
    const auto top = context.callout_tops.find(*style.until);
    if (top != context.callout_tops.end()) view.box.max.y = std::min(view.box.max.y, top->second - style.gap);
  }
  item.background = style.background;
  item.border = style.border;
  item.glow = style.glow;
  const map::Frame& frame = context.map.frames[view.frame];
  fit(context, view, frame, page_item.where);
  for (const std::size_t layer : frame.layers) view.layers.push_back(view_layer(context, view, layer));
  if (style.graticule) item.graticule = lay_out_graticule(context, view, *style.graticule);
  add_title(context, frame, style, item);
  return item;
}

}  // namespace cartouche::layout
