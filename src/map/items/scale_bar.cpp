#include "cartouche/map/items.h"
#include "item_reader.h"

namespace cartouche::map::items {

ScaleBar ScaleBar::read(ItemReader& in) {
  ScaleBar bar;
  bar.frame = in.item("frame", "frame");
  bar.style = in.text_style("style");
  bar.stroke = in.stroke("stroke").value_or(bar.stroke);
  bar.tick = in.length("tick", bar.tick);
  bar.fraction = in.share("fraction", bar.fraction);
  return bar;
}

}  // namespace cartouche::map::items
