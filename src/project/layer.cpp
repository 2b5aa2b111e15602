#include "parse.h"

namespace cartouche::project {
namespace {

LayerClass parse_class(const Node& node) {
  Reader in(node, "class");
  LayerClass one;
  one.where = node.where();
  one.when = in.optional_text("when");
  one.symbol = in.text("symbol");
  one.legend = in.optional_text("legend");
  in.finish();
  return one;
}

std::vector<LayerClass> parse_classes(const Node* node) {
  std::vector<LayerClass> classes;
  if (!node) return classes;
  for (const Node& item : node->items()) {
    if (!classes.empty() && !classes.back().when)
      throw usage_error(item.where(), "no row is left for this class",
                        "the class without 'when' takes every other row and stands last");
    classes.push_back(parse_class(item));
  }
  if (classes.empty()) throw usage_error(node->where(), "'classes' is empty");
  return classes;
}

std::vector<double> parse_breaks(const Node* node) {
  std::vector<double> breaks;
  if (!node) return breaks;
  for (const Node& item : node->items()) {
    const double value = item.number();
    if (!breaks.empty() && value <= breaks.back())
      throw usage_error(item.where(), "breaks must grow: " + item.text() + " does not");
    breaks.push_back(value);
  }
  if (breaks.size() < 2)
    throw usage_error(node->where(), "breaks are the limits of the classes: at least two numbers");
  return breaks;
}

std::optional<Classification> parse_classification(const Node* node) {
  if (!node) return std::nullopt;
  Reader in(*node, "classify");
  Classification one;
  one.where = node->where();
  one.value = in.text("value");
  one.breaks = parse_breaks(in.optional("breaks"));
  if (const auto method = in.optional_text("method"))
    one.method = *method;
  else
    one.method = {one.breaks.empty() ? "jenks" : "manual", node->where()};
  const Node* classes = in.optional("classes");
  if (classes) one.classes = classes->integer();
  one.palette = in.text("palette");
  one.missing = in.optional_text("missing");
  one.legend = in.optional_text("legend");
  one.unit = in.text_or("unit", "");
  one.decimals = in.integer_or("decimals", -1);
  in.finish();
  if (one.classes < 1) throw usage_error(classes->where(), "at least one class");
  if ((one.method.value == "manual") == one.breaks.empty())
    throw usage_error(one.method.where, one.breaks.empty() ? "method 'manual' needs 'breaks'"
                                                           : "'breaks' go with method 'manual' only");
  return one;
}

}  // namespace

Layer parse_layer(const Text& name, const Node& node) {
  Reader in(node, "layer '" + name.value + "'");
  Layer layer;
  layer.name = name;
  layer.where = name.where;
  layer.kind = in.text("kind");
  layer.table = in.text("table");
  layer.filter = in.optional_text("where");
  layer.symbol = in.optional_text("symbol");
  layer.classes = parse_classes(in.optional("classes"));
  layer.classify = parse_classification(in.optional("classify"));
  layer.color_by = in.optional_text("color_by");
  layer.group_by = in.optional_text("group_by");
  layer.label = in.optional_text("label");
  layer.label_style = in.optional_text("label_style");
  layer.label_key = in.optional_text("label_key");
  layer.label_priority = in.integer_or("label_priority", 0);
  layer.legend = in.optional_text("legend");
  layer.coast = in.boolean_or("coast", false);
  in.finish();
  if (layer.classify && !layer.classes.empty())
    throw usage_error(layer.classify->where, "layer '" + name.value + "' has both 'classes' and 'classify'");
  return layer;
}

}  // namespace cartouche::project
