#include "cartouche/map/items.h"
#include "item_reader.h"

namespace cartouche::map::items {

Legend Legend::read(ItemReader& in) {
  Legend legend;
  legend.title = in.text_style("title");
  legend.text = in.text_style("text");
  legend.heading = in.optional_text_style("heading").value_or(legend.text);
  legend.columns = in.count("columns", legend.columns);
  legend.column_gap = in.length("column_gap", legend.column_gap);
  legend.swatch_width = in.length("swatch_width", legend.swatch_width);
  legend.swatch_height = in.length("swatch_height", legend.swatch_height);
  legend.gap = in.length("gap", legend.gap);
  return legend;
}

}  // namespace cartouche::map::items
