#pragma once
// Reads the options of a template's item, or a map among them, key by key; what was not asked for is refused.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cartouche/project/node.h"
#include "cartouche/project/style.h"
#include "cartouche/symbol/words.h"

namespace cartouche::map {

/// What items may name: those of their template.
struct TemplateItem {
  std::string name;
  std::string kind;
};

/// What options are read against.
struct ItemContext {
  const project::Style& style;
  const std::vector<TemplateItem>& items;
};

template <class Value, std::size_t kCount>
using Words = std::array<symbol::Word<Value>, kCount>;

class ItemReader {
 public:
  /// `what` names the map in messages: "scale bar 'echelle'".
  ItemReader(const project::Node& node, std::string what, const ItemContext& context);

  const project::Node* optional(std::string_view key) { return in_.optional(key); }
  const project::Node& required(std::string_view key) { return in_.required(key); }
  bool boolean(std::string_view key, bool fallback) { return in_.boolean_or(key, fallback); }
  std::string text(std::string_view key, std::string_view fallback) { return in_.text_or(key, fallback); }
  double length(std::string_view key, double fallback);  ///< 0 or more
  int count(std::string_view key, int fallback);         ///< 1 or more
  double share(std::string_view key, double fallback);   ///< more than 0, at most 1

  project::TextStyle text_style(std::string_view key);
  std::optional<project::TextStyle> optional_text_style(std::string_view key);
  std::optional<Color> color(std::string_view key);
  std::optional<symbol::Stroke> stroke(std::string_view key);
  std::optional<symbol::Glow> glow(std::string_view key);
  /// The name of an item of that kind.
  std::string item(std::string_view key, std::string_view kind);
  std::optional<std::string> optional_item(std::string_view key, std::string_view kind);

  /// One word of a closed list.
  template <class Value, std::size_t kCount>
  Value word(std::string_view key, const Words<Value, kCount>& words, Value fallback) {
    const auto found = in_.optional_text(key);
    return found ? project::value_of(*found, std::string(key), words) : fallback;
  }

  /// A map among the options.
  std::optional<ItemReader> part(std::string_view key);
  /// A list of maps; `what` names each.
  std::vector<ItemReader> parts(std::string_view key, const std::string& what);

  const project::Style& style() const { return context_.style; }
  const std::string& what() const { return what_; }
  void finish() const { in_.finish(); }

 private:
  std::string named(const project::LocatedText& name, std::string_view kind) const;

  project::Reader in_;
  std::string what_;
  ItemContext context_;
};

}  // namespace cartouche::map
