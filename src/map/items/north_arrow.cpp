#include "cartouche/map/items.h"
#include "item_reader.h"

namespace cartouche::map::items {

NorthArrow NorthArrow::read(ItemReader& in) {
  NorthArrow arrow;
  arrow.frame = in.item("frame", "frame");
  arrow.style = in.text_style("style");
  arrow.color = in.color("color").value_or(arrow.style.color);
  arrow.letter = in.text("letter", "N");
  return arrow;
}

}  // namespace cartouche::map::items
