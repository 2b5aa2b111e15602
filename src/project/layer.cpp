#include <algorithm>

#include "cartouche/base/words.h"
#include "cartouche/project/style.h"
#include "parse.h"

namespace cartouche::project {
namespace {

LayerClass parse_class(const Node& node) {
  Reader in(node, "class");
  LayerClass one;
  one.where = node.where();
  in.read("when", one.when);
  one.symbol = in.text("symbol");
  in.read("legend", one.legend);
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

// Numbers that each are greater than the one before.
std::vector<double> growing_numbers(const Node& node, const std::string& what) {
  std::vector<double> numbers;
  for (const Node& item : node.items()) {
    const double value = item.number();
    if (!numbers.empty() && value <= numbers.back())
      throw usage_error(item.where(), what + " must grow: " + item.text() + " does not");
    numbers.push_back(value);
  }
  return numbers;
}

std::vector<double> parse_breaks(const Node* node) {
  if (!node) return {};
  std::vector<double> breaks = growing_numbers(*node, "breaks");
  if (breaks.size() < 2)
    throw usage_error(node->where(), "breaks are the limits of the classes: at least two numbers");
  return breaks;
}

std::optional<Classification> parse_classification(const Node* node) {
  if (!node) return std::nullopt;
  Reader in(*node, "classify");
  Classification one;
  one.where = node->where();
  in.read("value", one.value);
  one.breaks = parse_breaks(in.optional("breaks"));
  if (const auto method = in.optional_text("method"))
    one.method = *method;
  else
    one.method = {one.breaks.empty() ? "jenks" : "manual", node->where()};
  const Node* classes = in.optional("classes");
  if (classes) one.classes = classes->integer();
  one.palette = in.text("palette");
  one.reversed = in.boolean_or("reversed", false);
  one.missing = in.optional_text("missing");
  in.read("missing_legend", one.missing_legend);
  in.read("legend", one.legend);
  in.read("labels", one.labels);
  one.unit = in.text_or("unit", "");
  one.decimals = in.integer_or("decimals", -1);
  in.finish();
  if (one.classes < 1) throw usage_error(classes->where(), "at least one class");
  if ((one.method.value == "manual") == one.breaks.empty())
    throw usage_error(one.method.where, one.breaks.empty() ? "method 'manual' needs 'breaks'"
                                                           : "'breaks' go with method 'manual' only");
  return one;
}

std::vector<double> parse_sizes(const Node& node) {
  std::vector<double> sizes;
  for (const Node& item : node.items()) {
    sizes.push_back(read_length(item).value);
    if (sizes.back() <= 0 || (sizes.size() > 1 && sizes.back() <= sizes[sizes.size() - 2]))
      throw usage_error(item.where(), "sizes must grow from more than nothing: " + item.text() + " does not");
  }
  return sizes;
}

void check_size_by(const SizeBy& one) {
  const bool classes = one.method.value == "classes";
  const std::vector<std::string> methods{"area", "flannery", "linear", "classes"};
  if (std::find(methods.begin(), methods.end(), one.method.value) == methods.end())
    throw usage_error(one.method.where, "no way '" + one.method.value + "' to make sizes of values",
                      suggestion(one.method.value, methods));
  if (classes && (one.breaks.empty() || one.sizes.size() + 1 != one.breaks.size()))
    throw usage_error(one.where, "method 'classes' needs 'breaks' and one size fewer in 'sizes'",
                      "breaks: [0, 10, 100], sizes: [2mm, 5mm]");
  if (!classes && (!one.breaks.empty() || !one.sizes.empty()))
    throw usage_error(one.where, "'breaks' and 'sizes' go with method 'classes' only");
  if (!classes && one.size <= 0)
    throw usage_error(one.where, "'size' is missing: how large the symbol of the greatest value is");
}

std::optional<SizeBy> parse_size_by(const Node* node) {
  if (!node) return std::nullopt;
  Reader in(*node, "size_by");
  SizeBy one;
  one.where = node->where();
  in.read("value", one.value);
  one.breaks = parse_breaks(in.optional("breaks"));
  one.method = in.optional_text("method").value_or(
      LocatedText{one.breaks.empty() ? "area" : "classes", node->where()});
  if (const Node* sizes = in.optional("sizes")) one.sizes = parse_sizes(*sizes);
  if (const Node* size = in.optional("size")) one.size = read_length(*size).value;
  if (const Node* at = in.optional("at")) {
    one.at = at->number();
    if (*one.at <= 0) throw usage_error(at->where(), "'at' must be more than nothing");
  }
  if (const Node* smallest = in.optional("smallest")) one.smallest = read_length(*smallest).value;
  if (const Node* examples = in.optional("examples")) one.examples = growing_numbers(*examples, "examples");
  one.unit = in.text_or("unit", "");
  one.decimals = in.integer_or("decimals", -1);
  in.finish();
  check_size_by(one);
  return one;
}

Located<LayerKind> parse_kind(const LocatedText& word) {
  static const std::vector<std::string> kWords{"polygons", "borders", "lines",
                                               "points"};  // as LayerKind has them
  const auto found = std::find(kWords.begin(), kWords.end(), word.value);
  if (found == kWords.end())
    throw usage_error(word.where, "no layer kind '" + word.value + "'", suggestion(word.value, kWords));
  return {static_cast<LayerKind>(found - kWords.begin()), word.where};
}

}  // namespace

Layer parse_layer(const LocatedText& name, const Node& node) {
  Reader in(node, "layer '" + name.value + "'");
  Layer layer;
  layer.name = name;
  layer.where = name.where;
  layer.kind = parse_kind(in.text("kind"));
  in.read("table", layer.table);
  in.read("where", layer.filter);
  layer.symbol = in.optional_text("symbol");
  layer.classes = parse_classes(in.optional("classes"));
  layer.classify = parse_classification(in.optional("classify"));
  layer.size_by = parse_size_by(in.optional("size_by"));
  in.read("color_by", layer.color_by);
  in.read("group_by", layer.group_by);
  in.read("label", layer.label);
  in.read("label_short", layer.label_short);
  layer.label_style = in.optional_text("label_style");
  layer.label_style_beyond = in.optional_text("label_style_beyond");
  in.read("label_key", layer.label_key);
  layer.label_priority = in.integer_or("label_priority", 0);
  layer.label_required = in.boolean_or("label_required", false);
  in.read("legend", layer.legend);
  in.read("legend_title", layer.legend_title);
  if (const Node* attributes = in.optional("attributes")) layer.attributes = attributes->texts();
  in.read("link", layer.link);
  layer.coast = in.boolean_or("coast", false);
  if (const Node* data = in.optional("data")) layer.data = parse_layer_data(*data);
  in.finish();
  check_layer(layer);
  return layer;
}

}  // namespace cartouche::project
