#include "cartouche/map/items.h"
#include "item_reader.h"

namespace cartouche::map::items {

Locator Locator::read(ItemReader& in) {
  Locator locator;
  locator.of = in.item("of", "frame");
  locator.on = in.item("on", "frame");
  locator.fill = in.color("fill");
  locator.stroke = in.stroke("stroke");
  locator.tie = in.stroke("tie");
  return locator;
}

}  // namespace cartouche::map::items
