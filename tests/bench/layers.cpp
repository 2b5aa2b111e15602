#include "layers.h"

#include <map>
#include <random>

#include "cartouche/source/source.h"

namespace cartouche::bench {

const GeometryArray& layer(const std::string& name) {
  static std::map<std::string, GeometryArray> layers;
  const auto found = layers.find(name);
  if (found != layers.end()) return found->second;
  ReadOptions options;
  options.path = std::string(CARTOUCHE_SHARED_DIR) + "/geodata/" + name + ".fgb";
  Diagnostics diagnostics;
  const Table table = read_source(options, diagnostics);
  return layers.emplace(name, table.geometry()->shapes).first->second;
}

std::vector<Point> uniform_points(const Box& box, std::size_t count) {
  std::mt19937_64 random(1416);
  std::uniform_real_distribution<double> x(box.min.x, box.max.x), y(box.min.y, box.max.y);
  std::vector<Point> points(count);
  for (Point& p : points) p = {x(random), y(random)};
  return points;
}

}  // namespace cartouche::bench
