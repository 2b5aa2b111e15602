#pragma once
// The rows behind a page: what its frames show of each layer, for tables beside the drawing, for checks and
// for drawings that answer when they are pointed at.

#include <set>
#include <string>
#include <vector>

#include "cartouche/layout/page.h"

namespace cartouche::layout {

/// A row that at least one frame shows; a row in several frames stands once.
struct DrawnRow {
  std::size_t selected = 0;      ///< index into the layer's rows, class_of, groups and titles
  Index row = 0;                 ///< of the layer's table
  std::string id;                ///< Table::row_id
  std::string feature;           ///< the id wished for its shape: feature_id()
  std::size_t legend = 0;        ///< line of the layer's legend that counts it
  std::set<std::string> frames;  ///< the items that show it
};

struct DrawnLayer {
  std::size_t layer = 0;             ///< index into Map::layers
  std::vector<DrawnRow> rows;        ///< in the layer's order
  std::set<std::size_t> unnamed;     ///< rows of the layer that some frame leaves out with their names
  std::vector<std::string> classes;  ///< words of each legend line without its count; "" = not in the legend
};

/// Layers of rows (polygons and points) that some frame of the page holds, in the map's order.
std::vector<DrawnLayer> drawn_layers(const Page& page);

/// XML name of a row's shape: "epci-200000172".
std::string feature_id(const std::string& layer, const std::string& row);

}  // namespace cartouche::layout
