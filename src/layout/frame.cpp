#include <algorithm>
#include <cmath>

#include "context.h"
#include "option_words.h"

namespace cartouche::layout {
namespace {

struct FrameOptions {
  std::string shape = "rect";
  std::optional<Color> background;
  std::optional<symbol::Stroke> border;
  std::optional<symbol::Glow> glow;
  std::optional<project::LocatedText> until;
  double until_gap = 0;
  std::optional<project::LocatedText> title_style;
  std::string title_side = "below";
  std::optional<project::Node> graticule;
  std::optional<SpreadStyle> spread;
};

std::optional<SpreadStyle> read_spread(const project::Node* node, const project::Style& style) {
  if (!node) return std::nullopt;
  project::Reader in(*node, "spread");
  SpreadStyle spread;
  spread.within = project::read_length(in.required("within")).value;
  spread.tie = read_stroke(in, "tie", style);
  in.finish();
  return spread;
}

FrameOptions read_options(Context& context, const project::ItemStyle& item) {
  project::Reader in(item.options, "frame '" + item.name + "'");
  FrameOptions options;
  options.shape = read_word_or(in, "shape", {"rect", "circle"}, options.shape);
  options.background = read_color(in, "background", context.style());
  options.border = read_stroke(in, "border", context.style());
  if (const project::Node* glow = in.optional("glow"))
    options.glow = project::read_glow(*glow, "glow", context.style());
  options.until = in.optional_text("until");
  options.until_gap = read_length_or(in, "gap", 0);
  options.title_style = in.optional_text("title_style");
  options.title_side = read_word_or(in, "title_side", {"below", "above", "top"}, options.title_side);
  if (const project::Node* graticule = in.optional("graticule")) options.graticule = *graticule;
  options.spread = read_spread(in.optional("spread"), context.style());
  in.finish();
  return options;
}

std::size_t frame_named(const map::Map& map, const project::ItemStyle& item) {
  for (std::size_t i = 0; i < map.frames.size(); ++i)
    if (map.frames[i].name == item.name) return i;
  throw usage_error(item.where,
                    "the page's template has a frame '" + item.name + "' that the page does not fill",
                    "add it under the page's 'frames', or take it out of the template");
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

void add_title(Context& context, const map::Frame& frame, const FrameOptions& options, FrameItem& item) {
  if (frame.title.empty() || !options.title_style) return;
  const project::TextStyle& style = context.text_style(*options.title_style);
  const Box& box = item.view.box;
  constexpr double kGap = 2;
  // The name of a round inset may be wider than it: it is centred and keeps its lines.
  SetText text = set_text(context, frame.title, style, box.min.x, 0, item.view.round ? 0 : box.width());
  if (item.view.round) move(text.lines, (box.width() - text.width) / 2, 0);
  const double top = options.title_side == "above" ? box.min.y - kGap - text.height
                     : options.title_side == "top" ? box.min.y + kGap
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

FrameItem lay_out_frame(Context& context, const project::ItemStyle& style) {
  const FrameOptions options = read_options(context, style);
  FrameItem item;
  FrameView& view = item.view;
  view.frame = frame_named(context.map, style);
  view.box = {{style.left, style.top}, {style.left + style.width, style.top + style.height}};
  view.round = options.shape == "circle";
  view.spread = options.spread;
  if (options.until) {
    const auto top = context.callout_tops.find(options.until->value);
    if (top != context.callout_tops.end())
      view.box.max.y = std::min(view.box.max.y, top->second - options.until_gap);
  }
  item.background = options.background.value_or(Color{0, 0, 0, 0});
  item.border = options.border;
  item.glow = options.glow;
  const map::Frame& frame = context.map.frames[view.frame];
  fit(context, view, frame, style.where);
  for (const std::size_t layer : frame.layers) view.layers.push_back(view_layer(context, view, layer));
  if (options.graticule) item.graticule = lay_out_graticule(context, view, *options.graticule);
  add_title(context, frame, options, item);
  return item;
}

}  // namespace cartouche::layout
