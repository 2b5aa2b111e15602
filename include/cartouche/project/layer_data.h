#pragma once
// What a layer tells about its rows outside the drawing: the cards and the table of the web page, companion
// tables.
//
//   data: { name: Projets, title: "{entreprise}", fields: { Commune: commune }, filters: [Commune] }

#include <optional>
#include <vector>

#include "cartouche/project/node.h"

namespace cartouche::project {

struct DataField {
  LocatedText caption;  ///< for people; unique in the layer
  LocatedText value;    ///< expression over the row
};

struct LayerData {
  std::optional<LocatedText> name;  ///< of the table, for people; default: the layer's name
  LocatedText title;                ///< text template over the row
  std::vector<DataField> fields;
  std::vector<LocatedText> filters;  ///< captions of fields that a reader may filter by
  Location where;
};

LayerData parse_layer_data(const Node& node);

}  // namespace cartouche::project
