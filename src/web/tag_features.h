#pragma once
// What the page's script finds shapes by: data-r, the row in a table; data-c, the class of the legend;
// data-n, the layer that a name belongs to.

#include <map>
#include <string>

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
};

void tag_features(display::DisplayList& list, const Tags& tags);

}  // namespace cartouche::web
