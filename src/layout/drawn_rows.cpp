#include "cartouche/layout/drawn_rows.h"

#include <map>
#include <set>

namespace cartouche::layout {
namespace {

// By layer and selected row: the frames that show it. Borders belong to no row.
using FramesOfRow = std::map<std::size_t, std::set<std::string>>;
std::map<std::size_t, FramesOfRow> frames_by_layer(const Page& page) {
  std::map<std::size_t, FramesOfRow> drawn;
  for (const Item& item : page.items) {
    const auto* frame = std::get_if<FrameItem>(&item.value);
    if (!frame) continue;
    for (const LayerView& view : frame->view.layers)
      if (!std::holds_alternative<map::BorderLayer>(page.map->layers[view.layer])) {
        FramesOfRow& frames = drawn[view.layer];
        for (const std::size_t row : view.selected) frames[row].insert(item.name);
      }
  }
  return drawn;
}

}  // namespace

std::string feature_id(const std::string& layer, const std::string& row) {
  return layer + "-" + row;
}

std::vector<DrawnLayer> drawn_layers(const Page& page) {
  std::vector<DrawnLayer> layers;
  for (auto& [index, rows] : frames_by_layer(page)) {
    const map::FeatureLayer& layer = map::common(page.map->layers[index]);
    DrawnLayer drawn{index, {}, {}};
    for (const map::LegendEntry& entry : layer.legend)
      drawn.classes.push_back(map::without_counts(entry, page.map->parameters));
    for (auto& [i, frames] : rows) {
      const std::string id = layer.table->row_id(layer.rows[i]);
      drawn.rows.push_back({i, layer.rows[i], id, feature_id(layer.id, id),
                            layer.classes[layer.class_of[i]].legend, std::move(frames)});
    }
    layers.push_back(std::move(drawn));
  }
  return layers;
}

}  // namespace cartouche::layout
