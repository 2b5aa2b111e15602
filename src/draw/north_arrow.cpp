#include <cmath>

#include "parts.h"

namespace cartouche::draw_parts {

// Two halves, one filled and one in outline, so that the direction shows in any colour.
Group north_arrow(const layout::NorthArrowItem& item) {
  const Point along{item.tip.x - item.foot.x, item.tip.y - item.foot.y};
  constexpr double kNotch = 0.22;
  constexpr double kLine = 0.5;
  const Point notch{item.foot.x + kNotch * along.x, item.foot.y + kNotch * along.y};
  const double length = std::hypot(along.x, along.y);
  std::vector<Node> nodes;
  if (length > 0) {
    const Point side{-along.y / length * item.width / 2, along.x / length * item.width / 2};
    const Point left{item.foot.x - side.x, item.foot.y - side.y};
    const Point right{item.foot.x + side.x, item.foot.y + side.y};
    const display::Stroke stroke{item.color, kLine, {}, display::Cap::butt, display::Join::miter};
    nodes.push_back({Shape{Path::polygon(std::vector<Point>{item.tip, left, notch}),
                           display::Fill{item.color, {}}, stroke}});
    nodes.push_back({Shape{Path::polygon(std::vector<Point>{item.tip, right, notch}),
                           display::Fill{Color{255, 255, 255, 255}, {}}, stroke}});
  }
  append_texts(nodes, item.texts);
  return group(display::Role::furniture, "", "Nord", std::move(nodes));
}

}  // namespace cartouche::draw_parts
