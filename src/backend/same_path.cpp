#include "same_path.h"

namespace cartouche::backend {

using display::Node;
using display::Shape;

std::size_t same_path_end(const std::vector<Node>& nodes, std::size_t begin) {
  const Path& path = std::get<Shape>(nodes[begin].value).path;
  std::size_t end = begin + 1;
  for (; end < nodes.size(); ++end) {
    const auto* next = std::get_if<Shape>(&nodes[end].value);
    if (!next || next->path != path) break;
  }
  return end;
}

std::vector<Shape> paints(const std::vector<Node>& nodes, std::size_t begin, std::size_t end) {
  std::vector<Shape> result;
  for (std::size_t i = begin; i < end; ++i) {
    const auto& shape = std::get<Shape>(nodes[i].value);
    if (!result.empty() && !result.back().stroke && !shape.fill)
      result.back().stroke = shape.stroke;
    else
      result.push_back({Path(), shape.fill, shape.stroke});
  }
  return result;
}

}  // namespace cartouche::backend
