#include "cartouche/geometry/to_path.h"
#include "parts.h"

namespace cartouche::draw_parts {

Group line_layer(const map::LineLayer& layer, const layout::LayerView& view, const std::string& frame) {
  std::vector<Node> glows, casings, strokes;
  for (std::size_t i = 0; i < view.selected.size(); ++i) {
    const std::size_t selected = view.selected[i];
    const symbol::Symbol& symbol = layer.symbol_of(selected);
    const Path path = to_path(view.shapes, i, {});
    if (symbol.glow) glows.push_back({group(display::Role::feature, "", "", glow(path, *symbol.glow))});
    // All casings lie under all strokes, so that lines that meet run into one another.
    if (symbol.casing) casings.push_back({Shape{path, std::nullopt, *symbol.casing}});
    if (!symbol.stroke) continue;
    strokes.push_back({feature(layer, selected, {{Shape{path, std::nullopt, *symbol.stroke}}})});
  }
  append(glows, std::move(casings));
  append(glows, std::move(strokes));
  Group result = group(display::Role::layer, frame + "-" + layer.id, layer.title, std::move(glows));
  finish_layer(result, layer, view);
  return result;
}

}  // namespace cartouche::draw_parts
