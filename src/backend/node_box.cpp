#include "node_box.h"

namespace cartouche::backend {
namespace {

struct Extend {
  Box& box;

  void operator()(const display::Group& group) const { box.extend(box_of(group)); }
  void operator()(const display::Shape& shape) const { box.extend(shape.path.box()); }
  void operator()(const display::Image& image) const { box.extend(image.box); }
  void operator()(const display::Text& text) const {
    const double ascent = text.run.size, descent = text.run.size / 3;
    for (const double x : {0.0, text.run.advance})
      for (const double y : {-ascent, descent}) box.extend(text.at({x, y}));
  }
};

}  // namespace

Box box_of(const display::Group& group) {
  Box box;
  for (const display::Node& node : group.children) std::visit(Extend{box}, node.value);
  return box;
}

}  // namespace cartouche::backend
