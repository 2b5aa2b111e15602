#pragma once
// What the page's script finds shapes by: data-r, the row in a table; data-c, the class of the legend;
// data-n, the layer that a name belongs to; data-of, the rows that a name or a callout speaks of.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "cartouche/display/display_list.h"

namespace cartouche::web {

struct Tags {
  struct Feature {
    std::string row;    ///< "" = in no table
    std::string klass;  ///< "" = in no legend
  };
  std::map<std::string, Feature> features;     ///< by the feature's id
  std::map<std::string, std::string> borders;  ///< id of a layer's group → class
  std::map<std::string, std::string> names;    ///< what a name's id begins with → layer
  std::map<std::string, std::string> named;    ///< a name's id → the numbers of its rows, "3 7"
  std::map<std::string, Feature> callouts;     ///< by the callout's id
  std::vector<std::pair<Path, Feature>> ties;  ///< leaders and rings of the callouts
};

/// A row with an address and a place in a table is no link in the drawing: its card and its table have it.
void tag_features(display::DisplayList& list, const Tags& tags);

}  // namespace cartouche::web
