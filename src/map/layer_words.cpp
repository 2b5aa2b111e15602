#include "layer_words.h"

#include <algorithm>

#include "cartouche/base/words.h"
#include "cartouche/classify/classify.h"

namespace cartouche::map {
namespace {

void require_among(const project::LocatedText& word, const std::string& message,
                   const std::vector<std::string>& words) {
  if (std::find(words.begin(), words.end(), word.value) == words.end())
    throw usage_error(word.where, message, suggestion(word.value, words));
}

void check_classes(const project::Classification& classification, const project::Style& style) {
  std::vector<std::string> methods = class_methods();
  methods.emplace_back("manual");
  require_among(classification.method, "no method '" + classification.method.value + "' to find classes",
                methods);
  std::vector<std::string> palettes = palette_names();
  for (const auto& [name, colors] : style.palettes) palettes.push_back(name);
  require_among(classification.palette, "no palette '" + classification.palette.value + "'", palettes);
}

}  // namespace

void check_layer(const project::Layer& layer, const project::Style& style) {
  const auto symbol = [&](const std::optional<project::LocatedText>& name) {
    if (name) style.symbol(name->value, name->where);
  };
  const auto text = [&](const std::optional<project::LocatedText>& name) {
    if (name) style.text(name->value, name->where);
  };
  symbol(layer.symbol);
  for (const project::LayerClass& one : layer.classes) symbol(one.symbol);
  if (layer.classify) {
    check_classes(*layer.classify, style);
    symbol(layer.classify->missing);
  }
  text(layer.label_style);
  text(layer.label_style_beyond);
}

}  // namespace cartouche::map
