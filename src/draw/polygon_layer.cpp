#include "cartouche/geometry/to_path.h"
#include "parts.h"

namespace cartouche::draw_parts {
namespace {

void add_waterlines(std::vector<Node>& nodes, const map::PolygonLayer& layer, const layout::LayerView& view) {
  std::size_t next = 0;
  // Farthest first, so that the nearer ones lie on top.
  std::vector<Node> lines;
  for (const map::SymbolClass& one : layer.classes)
    for (std::size_t i = 0; i < one.symbol.waterlines.size(); ++i, ++next) {
      if (!one.symbol.stroke || next >= view.waterlines.size()) continue;
      const Path path = to_path(view.waterlines[next], 0, {});
      lines.insert(lines.begin(), {Shape{path, std::nullopt, *one.symbol.stroke}});
    }
  append(nodes, std::move(lines));
}

Path outline_path(const layout::ClassOutline& outline) {
  Path path;
  for (std::size_t i = 0; i < outline.lines.size(); ++i)
    if (!outline.lines.is_missing(i)) path.append(to_path(outline.lines, i, {}));
  return path;
}

void add_glows(std::vector<Node>& nodes, const map::PolygonLayer& layer, const layout::LayerView& view) {
  for (const layout::ClassOutline& outline : view.outlines) {
    const auto& style = layer.classes[outline.symbol_class].symbol.glow;
    if (style) nodes.push_back({group(display::Role::feature, "", "", glow(outline_path(outline), *style))});
  }
}

// Soft edges that are seen inside the class's areas only.
void add_inner_glows(std::vector<Node>& nodes, const map::PolygonLayer& layer,
                     const layout::LayerView& view) {
  for (const layout::ClassOutline& outline : view.outlines) {
    const auto& style = layer.classes[outline.symbol_class].symbol.inner_glow;
    if (!style) continue;
    Path area;
    for (std::size_t i = 0; i < view.selected.size(); ++i)
      if (layer.class_of[view.selected[i]] == outline.symbol_class) area.append(to_path(view.shapes, i, {}));
    nodes.push_back({inner_glow(outline_path(outline), std::move(area), *style)});
  }
}

}  // namespace

Group polygon_layer(const map::PolygonLayer& layer, const layout::LayerView& view, const std::string& frame) {
  std::vector<Node> nodes;
  add_waterlines(nodes, layer, view);
  add_glows(nodes, layer, view);
  for (std::size_t i = 0; i < view.selected.size(); ++i) {
    const std::size_t selected = view.selected[i];
    const symbol::Symbol& symbol = layer.symbol_of(selected);
    // A symbol of waterlines and no fill is a shore: its stroke is theirs, and inner borders are not drawn.
    if (!symbol.waterlines.empty() && !symbol.fill && symbol.hatch.empty() && !symbol.dots && !symbol.tile)
      continue;
    std::vector<Node> shapes = area(to_path(view.shapes, i, {}), symbol);
    if (shapes.empty()) continue;
    nodes.push_back({feature(layer, selected, std::move(shapes))});
  }
  add_inner_glows(nodes, layer, view);
  Group result = group(display::Role::layer, frame + "-" + layer.id, layer.title, std::move(nodes));
  finish_layer(result, layer, view);
  return result;
}

}  // namespace cartouche::draw_parts
