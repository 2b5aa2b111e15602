#include "cartouche/map/items.h"
#include "item_reader.h"

namespace cartouche::map::items {

Panel Panel::read(ItemReader& in) {
  Panel panel;
  panel.fill = in.color("fill");
  panel.stroke = in.stroke("stroke");
  panel.radius = in.length("radius", panel.radius);
  return panel;
}

}  // namespace cartouche::map::items
