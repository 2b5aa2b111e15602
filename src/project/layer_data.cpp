#include "cartouche/project/layer_data.h"

#include <algorithm>

#include "cartouche/base/words.h"
#include "parse.h"

namespace cartouche::project {
namespace {

void check_filters(const LayerData& data) {
  std::vector<std::string> captions;
  for (const DataField& field : data.fields) captions.push_back(field.caption.value);
  for (const LocatedText& filter : data.filters)
    if (std::find(captions.begin(), captions.end(), filter.value) == captions.end())
      throw usage_error(filter.where, "no field '" + filter.value + "' to filter by",
                        suggestion(filter.value, captions));
}

}  // namespace

LayerData parse_layer_data(const Node& node) {
  Reader in(node, "data");
  LayerData data;
  data.where = node.where();
  in.read("name", data.name);
  in.read("title", data.title);
  for (const auto& [caption, value] : section(in.optional("fields")))
    data.fields.push_back({caption, as<ExpressionText>(value.located_text())});
  if (const Node* filters = in.optional("filters")) data.filters = filters->texts();
  in.finish();
  check_filters(data);
  return data;
}

}  // namespace cartouche::project
