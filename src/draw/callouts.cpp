#include "parts.h"

namespace cartouche::draw_parts {

Group callouts(const layout::CalloutsItem& item) {
  std::vector<Node> nodes;
  // Leaders first: a box may stand over the start of its own.
  if (item.leader)
    for (const layout::PlacedCallout& callout : item.callouts) {
      nodes.push_back({Shape{Path::polyline(callout.leader), std::nullopt, *item.leader}});
      if (item.ring > 0 && !callout.leader.empty())
        nodes.push_back({Shape{Path::circle(callout.leader.back(), item.ring), std::nullopt, *item.leader}});
    }
  for (const layout::PlacedCallout& callout : item.callouts) {
    std::vector<Node> parts;
    Shape box{Path::rounded_rectangle(callout.box, item.radius), std::nullopt, std::nullopt};
    if (item.fill) box.fill = display::Fill{*item.fill, {}};
    if (item.stroke) box.stroke = *item.stroke;
    if (box.fill || box.stroke) parts.push_back({box});
    append_texts(parts, callout.texts);
    nodes.push_back({group(display::Role::callout, callout.id, callout.name, std::move(parts))});
  }
  return group(display::Role::furniture, "", "Encadrés", std::move(nodes));
}

}  // namespace cartouche::draw_parts
