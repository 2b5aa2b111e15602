#include "node_box.h"

namespace cartouche::backend {
namespace {

struct Extend {
  Box& box;

  void operator()(const display::Group& group) const { box.extend(box_of(group)); }
  void operator()(const display::Shape& shape) const { box.extend(shape.path.box()); }
  void operator()(const display::Image& image) const { box.extend(image.box); }
  void operator()(const display::Text& text) const {
    for (const display::Text& each : display::straight_texts(text)) {
      const double ascent = each.run.size, descent = each.run.size / 3;
      for (const double x : {0.0, each.run.advance})
        for (const double y : {-ascent, descent}) box.extend(each.at({x, y}));
    }
  }
};

}  // namespace

Box box_of(const display::Group& group) {
  Box box;
  for (const display::Node& node : group.children) std::visit(Extend{box}, node.value);
  return box;
}

}  // namespace cartouche::backend
