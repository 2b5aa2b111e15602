#include "parts.h"

namespace cartouche::draw_parts {

Group legend(const layout::LegendItem& item) {
  std::vector<Node> nodes;
  for (const layout::Swatch& swatch : item.swatches) {
    const Point middle = swatch.box.center();
    switch (swatch.kind) {
      case layout::SwatchKind::polygon:
        append(nodes, area(Path::rectangle(swatch.box), swatch.symbol));
        if (const auto& soft = swatch.symbol.inner_glow)
          nodes.push_back({inner_glow(Path::rectangle(swatch.box), Path::rectangle(swatch.box), *soft)});
        break;
      case layout::SwatchKind::line:
        append(nodes, line(Path::polyline(std::vector<Point>{{swatch.box.min.x, middle.y},
                                                             {swatch.box.max.x, middle.y}}),
                           swatch.symbol));
        break;
      case layout::SwatchKind::point:
        append(nodes, marker(middle, swatch.symbol, swatch.symbol.size));
        break;
    }
  }
  constexpr double kLeaderWidth = 0.35;
  for (const layout::LegendLeader& leader : item.leaders) {
    display::Stroke stroke{leader.color, kLeaderWidth, {}, display::Cap::butt, display::Join::round};
    nodes.push_back(
        {Shape{Path::polyline(std::vector<Point>{leader.from, leader.to}), std::nullopt, stroke}});
  }
  append_texts(nodes, item.texts);
  return group(display::Role::furniture, "legende", "Légende", std::move(nodes));
}

}  // namespace cartouche::draw_parts
