// Rules and panels: lines and boxes that belong to the page's design.

#include "parts.h"

namespace cartouche::draw_parts {

Group rule(const layout::RuleItem& item) {
  std::vector<Node> nodes;
  const double start = item.from.x + 2 * item.knob;
  if (item.fade) {
    const double half = item.stroke.width / 2, y = item.from.y;
    const display::Fade fade{display::Fade::Kind::linear, {start, y}, {item.to.x, y}, {{0.1, 1}, {1, 0}}};
    nodes.push_back({Shape{Path::rectangle({{start, y - half}, {item.to.x, y + half}}),
                           display::Fill{item.stroke.color, fade}, std::nullopt}});
  } else {
    nodes.push_back({Shape{Path::polyline(std::vector<Point>{{start, item.from.y}, item.to}), std::nullopt,
                           item.stroke}});
  }
  if (item.knob > 0)
    nodes.push_back(
        {Shape{Path::circle({item.from.x + item.knob, item.from.y}, item.knob), std::nullopt, item.stroke}});
  return group(display::Role::furniture, "", "Filet", std::move(nodes));
}

Group panel(const layout::PanelItem& item) {
  Shape shape{Path::rounded_rectangle(item.box, item.radius), std::nullopt, std::nullopt};
  if (item.fill) shape.fill = display::Fill{*item.fill, {}};
  if (item.stroke) shape.stroke = *item.stroke;
  return group(display::Role::furniture, "", "Fond", {{shape}});
}

}  // namespace cartouche::draw_parts
