#include "cartouche/map/items.h"
#include "item_reader.h"

namespace cartouche::map::items {

Figures Figures::read(ItemReader& in) {
  Figures figures;
  figures.number = in.text_style("number");
  figures.caption = in.text_style("caption");
  figures.gap = in.length("gap", figures.gap);
  figures.space = in.length("space", figures.space);
  figures.columns = in.count("columns", figures.columns);
  return figures;
}

}  // namespace cartouche::map::items
