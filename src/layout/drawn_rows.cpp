#include "cartouche/layout/drawn_rows.h"

#include <map>
#include <set>

namespace cartouche::layout {
namespace {

struct RowsOfLayer {
  std::map<std::size_t, std::set<std::string>> frames;  // by selected row: those that show it
  std::set<std::size_t> unnamed;
};

// By layer. Borders belong to no row.
std::map<std::size_t, RowsOfLayer> rows_by_layer(const Page& page) {
  std::map<std::size_t, RowsOfLayer> drawn;
  for (const Item& item : page.items) {
    const auto* frame = std::get_if<FrameItem>(&item.value);
    if (!frame) continue;
    for (const LayerView& view : frame->view.layers)
      if (!std::holds_alternative<map::BorderLayer>(page.map->layers[view.layer])) {
        RowsOfLayer& rows = drawn[view.layer];
        for (const std::size_t row : view.selected) rows.frames[row].insert(item.name);
        rows.unnamed.insert(view.unnamed.begin(), view.unnamed.end());
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
  for (auto& [index, rows] : rows_by_layer(page)) {
    const map::FeatureLayer& layer = map::common(page.map->layers[index]);
    DrawnLayer drawn{index, {}, std::move(rows.unnamed), {}};
    for (const map::LegendEntry& entry : layer.legend)
      drawn.classes.push_back(map::without_counts(entry, page.map->parameters));
    for (auto& [i, frames] : rows.frames) {
      const std::string id = layer.table->row_id(layer.rows[i]);
      drawn.rows.push_back({i, layer.rows[i], id, feature_id(layer.id, id),
                            layer.classes[layer.class_of[i]].legend, std::move(frames)});
    }
    layers.push_back(std::move(drawn));
  }
  return layers;
}

}  // namespace cartouche::layout
