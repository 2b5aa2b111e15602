#include "parts.h"

namespace cartouche::draw_parts {

Group locator(const layout::LocatorItem& item) {
  std::vector<Node> nodes;
  if (item.tie)
    for (const auto& [from, to] : item.ties)
      nodes.push_back({Shape{Path::polyline(std::vector<Point>{from, to}), std::nullopt, *item.tie}});
  if (!item.outline.empty() && (item.fill || item.stroke)) {
    Shape outline{Path::polygon(item.outline), std::nullopt, std::nullopt};
    if (item.fill) outline.fill = display::Fill{*item.fill, {}};
    if (item.stroke) outline.stroke = *item.stroke;
    nodes.push_back({std::move(outline)});
  }
  return group(display::Role::furniture, "", "Repère", std::move(nodes));
}

}  // namespace cartouche::draw_parts
