#include "parts.h"

namespace cartouche::draw_parts {

Group scale_bar(const layout::ScaleBarItem& item) {
  Path path;
  path.move_to({item.from.x, item.from.y - item.tick});
  path.line_to(item.from);
  path.line_to(item.to);
  path.line_to({item.to.x, item.to.y - item.tick});
  display::Stroke stroke = item.stroke;
  stroke.cap = display::Cap::butt;
  stroke.join = display::Join::miter;
  std::vector<Node> nodes;
  nodes.push_back({Shape{path, std::nullopt, stroke}});
  append_texts(nodes, item.texts);
  return group(display::Role::furniture, "", "Échelle", std::move(nodes));
}

}  // namespace cartouche::draw_parts
