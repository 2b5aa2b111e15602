#include "cartouche/geometry/to_path.h"
#include "parts.h"

namespace cartouche::draw_parts {

Group border_layer(const map::BorderLayer& layer, const layout::LayerView& view, const std::string& frame) {
  Path path;
  for (std::size_t i = 0; i < view.shapes.size(); ++i)
    if (!view.shapes.is_missing(i)) path.append(to_path(view.shapes, i, {}));
  std::vector<Node> nodes;
  const symbol::Symbol& symbol = layer.classes.front().symbol;
  if (!path.empty() && symbol.glow)
    nodes.push_back({group(display::Role::feature, "", "", glow(path, *symbol.glow))});
  if (!path.empty()) append(nodes, line(path, symbol));
  Group result = group(display::Role::layer, frame + "-" + layer.id, layer.title, std::move(nodes));
  result.opacity = layer.classes.front().symbol.opacity;
  finish_layer(result, layer, view);
  return result;
}

}  // namespace cartouche::draw_parts
