#include "item_reader.h"

#include "cartouche/base/words.h"

namespace cartouche::map {

ItemReader::ItemReader(const project::Node& node, std::string what, const ItemContext& context)
    : in_(node, what), what_(std::move(what)), context_(context) {}

double ItemReader::length(std::string_view key, double fallback) {
  const project::Node* node = in_.optional(key);
  if (!node) return fallback;
  const double value = project::read_length(*node).value;
  if (value < 0) throw usage_error(node->where(), "'" + std::string(key) + "' may not be negative");
  return value;
}

int ItemReader::count(std::string_view key, int fallback) {
  const project::Node* node = in_.optional(key);
  if (!node) return fallback;
  const int value = node->integer();
  if (value < 1) throw usage_error(node->where(), "'" + std::string(key) + "' must be 1 or more");
  return value;
}

double ItemReader::share(std::string_view key, double fallback) {
  const project::Node* node = in_.optional(key);
  if (!node) return fallback;
  const double value = node->number();
  if (!(value > 0 && value <= 1))
    throw usage_error(node->where(), "'" + std::string(key) + "' is a share: more than 0 and at most 1");
  return value;
}

project::TextStyle ItemReader::text_style(std::string_view key) {
  const project::LocatedText name = in_.text(key);
  return style().text(name.value, name.where);
}

std::optional<project::TextStyle> ItemReader::optional_text_style(std::string_view key) {
  const auto name = in_.optional_text(key);
  if (!name) return std::nullopt;
  return style().text(name->value, name->where);
}

std::optional<Color> ItemReader::color(std::string_view key) {
  const project::Node* node = in_.optional(key);
  if (!node) return std::nullopt;
  return style().color(*node);
}

std::optional<symbol::Stroke> ItemReader::stroke(std::string_view key) {
  const project::Node* node = in_.optional(key);
  if (!node) return std::nullopt;
  return project::read_stroke(*node, std::string(key), style());
}

std::optional<symbol::Glow> ItemReader::glow(std::string_view key) {
  const project::Node* node = in_.optional(key);
  if (!node) return std::nullopt;
  return project::read_glow(*node, std::string(key), style());
}

std::string ItemReader::item(std::string_view key, std::string_view kind) {
  return named(in_.text(key), kind);
}

std::optional<std::string> ItemReader::optional_item(std::string_view key, std::string_view kind) {
  const auto name = in_.optional_text(key);
  if (!name) return std::nullopt;
  return named(*name, kind);
}

std::string ItemReader::named(const project::LocatedText& name, std::string_view kind) const {
  std::vector<std::string> names;
  for (const TemplateItem& item : context_.items) {
    if (item.kind != kind) continue;
    if (item.name == name.value) return name.value;
    names.push_back(item.name);
  }
  throw usage_error(
      name.where,
      what_ + " names no item of kind '" + std::string(kind) + "' of the template: '" + name.value + "'",
      names.empty() ? "it has none" : suggestion(name.value, names));
}

std::optional<ItemReader> ItemReader::part(std::string_view key) {
  const project::Node* node = in_.optional(key);
  if (!node) return std::nullopt;
  return ItemReader(*node, std::string(key), context_);
}

std::vector<ItemReader> ItemReader::parts(std::string_view key, const std::string& what) {
  std::vector<ItemReader> all;
  if (const project::Node* list = in_.optional(key))
    for (const project::Node& node : list->items()) all.emplace_back(node, what, context_);
  return all;
}

}  // namespace cartouche::map
