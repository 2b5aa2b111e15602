// The page's items: frames, legend, scale bar, callouts, rules and panels.

#include <algorithm>

#include "parts.h"

namespace cartouche::draw_parts {
namespace {

Path frame_path(const layout::FrameView& view) {
  if (!view.round) return Path::rectangle(view.box);
  return Path::circle(view.box.center(), std::min(view.box.width(), view.box.height()) / 2);
}

Group labels(const layout::FrameItem& item, const std::string& frame) {
  std::vector<Node> nodes;
  for (const layout::PlacedLabel& label : item.view.labels) {
    std::vector<Node> lines;
    if (!label.leader.empty()) {
      constexpr double kLeaderWidth = 0.45;
      const display::Stroke thin{label.lines.front().color, kLeaderWidth, {}};
      lines.push_back({Shape{Path::polyline(label.leader), std::nullopt, thin}});
    }
    append_texts(lines, label.lines);
    nodes.push_back({group(display::Role::label, label.id, "", std::move(lines))});
  }
  return group(display::Role::layer, frame + "-noms", "Noms", std::move(nodes));
}

Group layer(const map::Map& map, const layout::LayerView& view, const std::string& frame) {
  struct Draw {
    const layout::LayerView& view;
    const std::string& frame;
    Group operator()(const map::PolygonLayer& each) const { return polygon_layer(each, view, frame); }
    Group operator()(const map::BorderLayer& each) const { return border_layer(each, view, frame); }
    Group operator()(const map::LineLayer& each) const { return line_layer(each, view, frame); }
    Group operator()(const map::PointLayer& each) const { return point_layer(each, view, frame); }
  };
  return std::visit(Draw{view, frame}, map.layers[view.layer]);
}

}  // namespace

Group frame(const map::Map& map, const layout::FrameItem& item) {
  const std::string& name = map.frames[item.view.frame].name;
  const Path outline = frame_path(item.view);
  std::vector<Node> inside;
  if (item.background.a > 0)
    inside.push_back({Shape{outline, display::Fill{item.background, {}}, std::nullopt}});
  for (const layout::LayerView& view : item.view.layers) inside.push_back({layer(map, view, name)});
  if (!item.view.labels.empty()) inside.push_back({labels(item, name)});
  Group view = group(display::Role::frame, name, name, std::move(inside));
  view.clip = outline;
  std::vector<Node> nodes;
  if (item.glow) nodes.push_back({group(display::Role::feature, "", "", glow(outline, *item.glow))});
  nodes.push_back({std::move(view)});
  if (item.border) nodes.push_back({Shape{outline, std::nullopt, stroke_of(*item.border)}});
  append_texts(nodes, item.title);
  return group(display::Role::furniture, "cadre-" + name, "Cadre " + name, std::move(nodes));
}

Group legend(const layout::LegendItem& item) {
  std::vector<Node> nodes;
  for (const layout::Swatch& swatch : item.swatches) {
    const Point middle = swatch.box.center();
    switch (swatch.kind) {
      case layout::SwatchKind::polygon:
        append(nodes, area(Path::rectangle(swatch.box), swatch.symbol));
        if (const auto& soft = swatch.symbol.inner_glow)
          nodes.push_back({inner_glow(Path::rectangle(swatch.box), Path::rectangle(swatch.box), *soft)});
        break;
      case layout::SwatchKind::line:
        append(nodes, line(Path::polyline(std::vector<Point>{{swatch.box.min.x, middle.y},
                                                             {swatch.box.max.x, middle.y}}),
                           swatch.symbol));
        break;
      case layout::SwatchKind::point:
        append(nodes, marker(middle, swatch.symbol, swatch.symbol.size));
        break;
    }
  }
  constexpr double kLeaderWidth = 0.35;
  for (const layout::LegendLeader& leader : item.leaders) {
    display::Stroke stroke{leader.color, kLeaderWidth, {}, display::Cap::butt, display::Join::round};
    nodes.push_back(
        {Shape{Path::polyline(std::vector<Point>{leader.from, leader.to}), std::nullopt, stroke}});
  }
  append_texts(nodes, item.texts);
  return group(display::Role::furniture, "legende", "Légende", std::move(nodes));
}

Group scale_bar(const layout::ScaleBarItem& item) {
  Path path;
  path.move_to({item.from.x, item.from.y - item.tick});
  path.line_to(item.from);
  path.line_to(item.to);
  path.line_to({item.to.x, item.to.y - item.tick});
  display::Stroke stroke = stroke_of(item.stroke);
  stroke.cap = display::Cap::butt;
  stroke.join = display::Join::miter;
  std::vector<Node> nodes;
  nodes.push_back({Shape{path, std::nullopt, stroke}});
  append_texts(nodes, item.texts);
  return group(display::Role::furniture, "", "Échelle", std::move(nodes));
}

Group callouts(const layout::CalloutsItem& item) {
  std::vector<Node> nodes;
  // Leaders first: a box may stand over the start of its own.
  if (item.leader)
    for (const layout::PlacedCallout& callout : item.callouts) {
      nodes.push_back({Shape{Path::polyline(callout.leader), std::nullopt, stroke_of(*item.leader)}});
      if (item.ring > 0 && !callout.leader.empty())
        nodes.push_back(
            {Shape{Path::circle(callout.leader.back(), item.ring), std::nullopt, stroke_of(*item.leader)}});
    }
  for (const layout::PlacedCallout& callout : item.callouts) {
    std::vector<Node> parts;
    Shape box{Path::rounded_rectangle(callout.box, item.radius), std::nullopt, std::nullopt};
    if (item.fill) box.fill = display::Fill{*item.fill, {}};
    if (item.stroke) box.stroke = stroke_of(*item.stroke);
    if (box.fill || box.stroke) parts.push_back({box});
    append_texts(parts, callout.texts);
    nodes.push_back({group(display::Role::callout, callout.id, callout.name, std::move(parts))});
  }
  return group(display::Role::furniture, "", "Encadrés", std::move(nodes));
}

Group rule(const layout::RuleItem& item) {
  std::vector<Node> nodes;
  const double start = item.from.x + 2 * item.knob;
  if (item.fade) {
    const double half = item.stroke.width / 2, y = item.from.y;
    const display::Fade fade{display::Fade::Kind::linear, {start, y}, {item.to.x, y}, {{0.1, 1}, {1, 0}}};
    nodes.push_back({Shape{Path::rectangle({{start, y - half}, {item.to.x, y + half}}),
                           display::Fill{item.stroke.color, fade}, std::nullopt}});
  } else {
    nodes.push_back({Shape{Path::polyline(std::vector<Point>{{start, item.from.y}, item.to}), std::nullopt,
                           stroke_of(item.stroke)}});
  }
  if (item.knob > 0)
    nodes.push_back({Shape{Path::circle({item.from.x + item.knob, item.from.y}, item.knob), std::nullopt,
                           stroke_of(item.stroke)}});
  return group(display::Role::furniture, "", "Filet", std::move(nodes));
}

Group panel(const layout::PanelItem& item) {
  Shape shape{Path::rounded_rectangle(item.box, item.radius), std::nullopt, std::nullopt};
  if (item.fill) shape.fill = display::Fill{*item.fill, {}};
  if (item.stroke) shape.stroke = stroke_of(*item.stroke);
  return group(display::Role::furniture, "", "Fond", {{shape}});
}

}  // namespace cartouche::draw_parts
