#include "cartouche/project/page_box.h"

#include "cartouche/project/style.h"

namespace cartouche::project {

Box read_page_box(const Node& node, const std::string& what) {
  if (node.kind() != Node::Kind::list || node.items().size() != 4)
    throw usage_error(node.where(), "a box is [left, top, width, height]");
  const auto length = [&](std::size_t i) { return read_length(node.items()[i]).value; };
  const Point corner{length(0), length(1)};
  const double width = length(2), height = length(3);
  if (width < 0 || height < 0)
    throw usage_error(node.where(), "width and height of " + what + " may not be negative");
  return {corner, {corner.x + width, corner.y + height}};
}

}  // namespace cartouche::project
