// What the options of a layer ask of each other.

#include "cartouche/base/web_address.h"
#include "parse.h"

namespace cartouche::project {
namespace {

void check_symbols(const Layer& layer) {
  if (layer.classify && !layer.classes.empty())
    throw usage_error(layer.classify->where,
                      "layer '" + layer.name.value + "' has both 'classes' and 'classify'");
  if (!layer.symbol && !layer.classify && layer.classes.empty())
    throw usage_error(layer.where, "layer '" + layer.name.value + "' says no symbol",
                      "give it 'symbol', 'classes' or 'classify'");
}

void check_labels(const Layer& layer) {
  if (layer.label && !layer.label_style)
    throw usage_error(layer.label->where, "layer '" + layer.name.value + "' has a label but no label_style");
  if (layer.label_required && (!layer.label || layer.kind.value != LayerKind::points))
    throw usage_error(layer.where, "'label_required' of layer '" + layer.name.value +
                                       "' goes with points that have a 'label'");
}

// A border lies between two rows and belongs to neither.
void refuse_for_borders(const Layer& layer) {
  const auto refuse = [](const Location& where, const char* key) {
    throw usage_error(where, std::string("'") + key + "' goes with rows, and a border belongs to none",
                      "give the layer one 'symbol', or draw several layers with 'where'");
  };
  if (!layer.classes.empty()) refuse(layer.classes.front().where, "classes");
  if (layer.classify) refuse(layer.classify->where, "classify");
  if (layer.color_by) refuse(layer.color_by->where, "color_by");
  if (layer.data) refuse(layer.data->where, "data");
}

// What only borders know.
void refuse_for_others(const Layer& layer) {
  if (layer.group_by)
    throw usage_error(layer.group_by->where, "'group_by' goes with borders",
                      "'color_by' colours rows by group");
  if (layer.coast)
    throw usage_error(layer.where, "layer '" + layer.name.value + "': 'coast' goes with borders");
}

}  // namespace

void check_layer(const Layer& layer) {
  check_symbols(layer);
  check_labels(layer);
  if (layer.size_by && layer.kind.value != LayerKind::points)
    throw usage_error(layer.size_by->where, "'size_by' goes with points",
                      "polygons become points by the step 'anchor'");
  if (layer.kind.value == LayerKind::borders)
    refuse_for_borders(layer);
  else
    refuse_for_others(layer);
  // The scheme must be written out: one that came from the data could be anything.
  if (layer.link && !is_web_address(layer.link->value))
    throw usage_error(layer.link->where,
                      "a link must begin with https:// or http://, and '" + layer.link->value + "' does not");
}

}  // namespace cartouche::project
