#include "parts.h"

namespace cartouche::draw_parts {

Group point_layer(const map::PointLayer& layer, const layout::LayerView& view,
                  const layout::FrameView& frame_view, const std::string& frame) {
  std::vector<Node> nodes;
  // Ties first: they end under their dots.
  if (frame_view.spread && frame_view.spread->tie)
    for (const auto& [from, to] : view.ties)
      nodes.push_back(
          {Shape{Path::polyline(std::vector<Point>{from, to}), std::nullopt, *frame_view.spread->tie}});
  for (std::size_t i = 0; i < view.selected.size(); ++i) {
    const std::size_t selected = view.selected[i];
    nodes.push_back(
        {feature(layer, selected,
                 marker(view.shapes.points()[i], layer.symbol_of(selected), layer.size_of(selected)))});
  }
  Group result = group(display::Role::layer, frame + "-" + layer.id, layer.title, std::move(nodes));
  finish_layer(result, layer, view);
  return result;
}

}  // namespace cartouche::draw_parts
