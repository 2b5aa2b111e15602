#include "parts.h"

namespace cartouche::draw_parts {

Group graticule(const layout::Graticule& graticule, const std::string& frame) {
  Path path;
  for (const std::vector<Point>& line : graticule.lines) path.append(Path::polyline(line));
  std::vector<Node> nodes;
  if (!path.empty()) nodes.push_back({Shape{path, std::nullopt, graticule.stroke}});
  return group(display::Role::layer, frame + "-graticule", "Méridiens et parallèles", std::move(nodes));
}

}  // namespace cartouche::draw_parts
