#include "parts.h"

namespace cartouche::draw_parts {

Group chart(const layout::ChartItem& item, const std::string& name) {
  std::vector<Node> nodes;
  for (const layout::ChartShape& shape : item.shapes) {
    Node node{Shape{shape.path, display::Fill{shape.color, {}}, std::nullopt}};
    if (shape.id.empty()) {
      nodes.push_back(std::move(node));
      continue;
    }
    std::vector<Node> one;
    one.push_back(std::move(node));
    nodes.push_back({group(display::Role::feature, feature_id(name, shape.id), "", std::move(one))});
  }
  append_texts(nodes, item.texts);
  return group(display::Role::furniture, "graphique-" + name, name, std::move(nodes));
}

}  // namespace cartouche::draw_parts
