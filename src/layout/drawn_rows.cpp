#include "cartouche/layout/drawn_rows.h"

#include <algorithm>

#include "context.h"

namespace cartouche::layout {
namespace {

struct RowsOfLayer {
  std::vector<std::vector<std::string>> frames;  // by selected row: those that show it
  std::set<std::size_t> unnamed;
};

void count(const DrawnRow& row, const map::FeatureLayer& features, std::vector<DrawnCount>& counts) {
  DrawnCount& one = counts[row.legend];
  one.rows.insert(row.row);
  if (!features.groups.empty()) one.groups.insert(features.groups[row.selected]);
}

DrawnLayer drawn_layer(const map::Map& map, std::size_t index, RowsOfLayer rows) {
  const map::FeatureLayer& layer = map::common(map.layers[index]);
  DrawnLayer drawn{index, {}, std::move(rows.unnamed), {}};
  for (const map::LegendEntry& entry : layer.legend)
    drawn.classes.push_back(map::without_counts(entry, map.parameters));
  for (std::size_t i = 0; i < rows.frames.size(); ++i) {
    if (rows.frames[i].empty()) continue;
    const std::string id = layer.table->row_id(layer.rows[i]);
    drawn.rows.push_back({i, layer.rows[i], id, feature_id(layer.id, id),
                          layer.classes[layer.class_of[i]].legend, std::move(rows.frames[i])});
  }
  return drawn;
}

}  // namespace

std::string feature_id(const std::string& layer, const std::string& row) {
  return layer + "-" + row;
}

std::vector<DrawnCount> DrawnLayer::counts(const map::FeatureLayer& features) const {
  std::vector<DrawnCount> counts(features.legend.size());
  for (const DrawnRow& row : rows) count(row, features, counts);
  return counts;
}

std::vector<DrawnCount> DrawnLayer::counts_in(const std::string& frame,
                                              const map::FeatureLayer& features) const {
  std::vector<DrawnCount> counts(features.legend.size());
  for (const DrawnRow& row : rows)
    if (std::find(row.frames.begin(), row.frames.end(), frame) != row.frames.end())
      count(row, features, counts);
  return counts;
}

const DrawnLayer* DrawnRows::find(std::size_t layer) const {
  const auto found =
      std::find_if(layers.begin(), layers.end(), [&](const DrawnLayer& one) { return one.layer == layer; });
  return found == layers.end() ? nullptr : &*found;
}

DrawnRows rows_drawn(const Context& context) {
  DrawnRows drawn;
  std::map<std::size_t, RowsOfLayer> by_layer;
  for (const auto& [name, frame] : context.frames)
    for (const LayerView& view : frame.view.layers) {
      const map::Layer& layer = context.map.layers[view.layer];
      if (view.shapes.size() > 0) drawn.shown.insert(view.layer);
      if (std::holds_alternative<map::BorderLayer>(layer)) continue;  // borders belong to no row
      RowsOfLayer& rows = by_layer[view.layer];
      rows.frames.resize(map::common(layer).rows.size());
      for (const std::size_t row : view.selected)
        if (rows.frames[row].empty() || rows.frames[row].back() != name) rows.frames[row].push_back(name);
      rows.unnamed.insert(view.unnamed.begin(), view.unnamed.end());
    }
  for (auto& [index, rows] : by_layer)
    drawn.layers.push_back(drawn_layer(context.map, index, std::move(rows)));
  return drawn;
}

}  // namespace cartouche::layout
