#pragma once
// The rows behind a page: what its frames really draw of each layer, once names have taken out the points
// that are drawn only with theirs. It is made once, when frames and names are finished, and never changes:
// the legend counts it, the page's words, the ledger, the tables beside the drawing, the checks and the web
// page read it. So what is counted is what is drawn.

#include <set>
#include <string>
#include <vector>

#include "cartouche/map/map.h"

namespace cartouche::layout {

/// A row that at least one frame shows; a row in several frames stands once.
struct DrawnRow {
  std::size_t selected = 0;         ///< index into the layer's rows, class_of, groups and titles
  map::Index row = 0;               ///< of the layer's table
  std::string id;                   ///< Table::row_id
  std::string feature;              ///< the id wished for its shape: feature_id()
  std::size_t legend = 0;           ///< line of the layer's legend that counts it
  std::vector<std::string> frames;  ///< the items that show it, ascending
};

/// Rows and colour groups of one line of a layer's legend. A row in two frames counts once.
struct DrawnCount {
  std::set<std::size_t> rows;  ///< of the layer's table
  std::set<std::string> groups;
};

struct DrawnLayer {
  std::size_t layer = 0;             ///< index into Map::layers
  std::vector<DrawnRow> rows;        ///< in the layer's order
  std::set<std::size_t> unnamed;     ///< rows of the layer that some frame leaves out with their names
  std::vector<std::string> classes;  ///< words of each legend line without its count; "" = not in the legend

  /// By line of the legend of `features`, the layer itself: what the page draws.
  std::vector<DrawnCount> counts(const map::FeatureLayer& features) const;
  /// What one frame's item draws.
  std::vector<DrawnCount> counts_in(const std::string& frame, const map::FeatureLayer& features) const;
};

struct DrawnRows {
  std::vector<DrawnLayer>
      layers;                   ///< layers of rows (all but borders) that a frame holds, in the map's order
  std::set<std::size_t> shown;  ///< layers of which a frame draws anything, borders too

  /// The layer's rows; null where no frame holds it, and for borders.
  const DrawnLayer* find(std::size_t layer) const;
};

/// XML name of a row's shape: "epci-200000172".
std::string feature_id(const std::string& layer, const std::string& row);

}  // namespace cartouche::layout
