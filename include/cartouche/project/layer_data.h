#pragma once
// What a layer tells about its rows outside the drawing: the cards and the table of the web page, companion
// tables.
//
//   data: { name: Projets, title: "{entreprise}", fields: { Commune: commune }, filters: [Commune] }

#include <optional>
#include <tuple>
#include <vector>

#include "cartouche/project/node.h"

namespace cartouche::project {

struct DataField {
  LocatedText caption;  ///< for people; unique in the layer
  ExpressionText value;
};

struct LayerData {
  std::optional<TemplateText> name;  ///< of the table, for people; default: the layer's name
  RowTemplateText title;
  std::vector<DataField> fields;
  std::vector<LocatedText> filters;  ///< captions of fields that a reader may filter by
  Location where;
};

inline auto members(const DataField& one) {
  const auto& [caption, value] = one;
  return std::tie(caption, value);
}
inline auto members(const LayerData& one) {
  const auto& [name, title, fields, filters, where] = one;
  return std::tie(name, title, fields, filters, where);
}

LayerData parse_layer_data(const Node& node);

}  // namespace cartouche::project
