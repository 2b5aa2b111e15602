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

Group layer(const map::Map& map, const layout::LayerView& view, const layout::FrameView& frame_view,
            const std::string& frame) {
  struct Draw {
    const layout::LayerView& view;
    const layout::FrameView& frame_view;
    const std::string& frame;
    Group operator()(const map::PolygonLayer& each) const { return polygon_layer(each, view, frame); }
    Group operator()(const map::BorderLayer& each) const { return border_layer(each, view, frame); }
    Group operator()(const map::LineLayer& each) const { return line_layer(each, view, frame); }
    Group operator()(const map::PointLayer& each) const { return point_layer(each, view, frame_view, frame); }
  };
  return std::visit(Draw{view, frame_view, frame}, map.layers[view.layer]);
}

}  // namespace

Group frame(const map::Map& map, const layout::FrameItem& item, const std::string& alternative) {
  const std::string& name = map.frames[item.view.frame].name;
  const Path outline = frame_path(item.view);
  std::vector<Node> inside;
  if (item.background.a > 0)
    inside.push_back({Shape{outline, display::Fill{item.background, {}}, std::nullopt}});
  // Under the layers: it is read on the sea, and does not cross what the map is about.
  if (item.graticule) inside.push_back({graticule(*item.graticule, name)});
  for (const layout::LayerView& view : item.view.layers)
    inside.push_back({layer(map, view, item.view, name)});
  if (!item.view.labels.empty()) inside.push_back({labels(item, name)});
  if (item.graticule) append_texts(inside, item.graticule->labels);
  Group view = group(display::Role::frame, name, name, std::move(inside));
  view.clip = outline;
  view.alternative = alternative;
  std::vector<Node> nodes;
  if (item.glow) nodes.push_back({group(display::Role::feature, "", "", glow(outline, *item.glow))});
  nodes.push_back({std::move(view)});
  if (item.border) nodes.push_back({Shape{outline, std::nullopt, *item.border}});
  append_texts(nodes, item.title);
  return group(display::Role::furniture, "cadre-" + name, "Cadre " + name, std::move(nodes));
}

}  // namespace cartouche::draw_parts
