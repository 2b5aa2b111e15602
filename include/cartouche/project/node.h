#pragma once
// What stands in a YAML file, each value with its place. Thin and strict: a Reader over a map knows which
// keys were asked for and complains about the others, naming the nearest valid key.

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "cartouche/base/error.h"
#include "cartouche/project/code.h"

namespace cartouche::project {

/// A value with its place in the file.
template <class T>
struct Located {
  T value{};
  Location where;
};
using LocatedText = Located<std::string>;

/// The name of a source or table.
struct TableName : LocatedText {};
/// The name of a layer.
struct LayerName : LocatedText {};

/// The text as a name or as code.
template <class T>
T as(LocatedText text) {
  if constexpr (std::is_base_of_v<LocatedText, T>)
    return T{std::move(text)};
  else
    return T{std::move(text.value), std::move(text.where)};
}

/// A YAML value: null, scalar, list or map (in file order). Anchors, aliases and merge keys are resolved; a
/// key that stands twice is an error.
class Node {
 public:
  enum class Kind { null, scalar, list, map };

  Node() = default;
  static Node null(Location where);
  static Node scalar(std::string text, Location where, bool quoted = false);
  static Node list(std::vector<Node> items, Location where);
  static Node map(std::vector<std::pair<LocatedText, Node>> entries, Location where);

  Kind kind() const { return kind_; }
  bool is_null() const { return kind_ == Kind::null; }
  const Location& where() const { return where_; }
  /// Scalar text as written (a code 01 stays "01"); throws a usage error for other kinds.
  const std::string& text() const;
  bool quoted() const { return quoted_; }
  const std::vector<Node>& items() const;                            ///< list; throws otherwise
  const std::vector<std::pair<LocatedText, Node>>& entries() const;  ///< map; throws otherwise
  const Node* find(std::string_view key) const;                      ///< map entry or null

  // Typed readings of a scalar; throw a usage error with the place and what was expected.
  double number() const;
  int integer() const;
  bool boolean() const;
  LocatedText located_text() const { return {text(), where_}; }
  /// A scalar, or a list of scalars, as a list.
  std::vector<LocatedText> texts() const;

 private:
  Kind kind_ = Kind::null;
  bool quoted_ = false;
  std::string scalar_;
  std::vector<Node> items_;
  std::vector<std::pair<LocatedText, Node>> entries_;
  Location where_;
};

/// Parses a YAML file. Throws a usage error with line and column on syntax errors, a data error where the
/// file cannot be read.
Node read_yaml(const std::filesystem::path& file);
Node parse_yaml(std::string_view text, const std::string& file_name);

/// Reads a map (or null, as an empty one) key by key and refuses what was not asked for.
///
///   Reader in(node, "source");            // "source" names the map in messages
///   LocatedText path = in.text("path");          // required
///   auto layer = in.optional_text("layer");
///   in.finish();                          // throws on the first unknown key: "unknown key 'pth' in source;
///   did you mean 'path'?"
class Reader {
 public:
  Reader(const Node& node, std::string what);

  const Node& required(std::string_view key);
  const Node* optional(std::string_view key);  ///< or null
  LocatedText text(std::string_view key);
  std::optional<LocatedText> optional_text(std::string_view key);
  /// Reads a text as what `into` is: a name or code; an optional one, or a list, may be missing.
  template <class T>
  void read(std::string_view key, T& into) {
    into = as<T>(text(key));
  }
  template <class T>
  void read(std::string_view key, std::optional<T>& into) {
    if (auto found = optional_text(key)) into = as<T>(*std::move(found));
  }
  template <class T>
  void read(std::string_view key, std::vector<T>& into) {
    if (const Node* node = optional(key))
      for (LocatedText& one : node->texts()) into.push_back(as<T>(std::move(one)));
  }
  std::string text_or(std::string_view key, std::string_view fallback);
  double number_or(std::string_view key, double fallback);
  int integer_or(std::string_view key, int fallback);
  bool boolean_or(std::string_view key, bool fallback);
  const Location& where() const { return node_.where(); }
  void finish() const;

 private:
  const Node& node_;
  std::string what_;
  mutable std::vector<std::string> asked_;
};

/// Checks a word that stands for one of a closed set; a usage error at it, naming the nearest, otherwise.
void require_one_of(const LocatedText& word, const std::string& what, const std::vector<std::string>& words);

/// The value that a word of a closed set stands for; the same usage error otherwise.
///
///   stroke.cap = value_of(word, "line cap", symbol::kCaps);
template <class Words>
auto value_of(const LocatedText& word, const std::string& what, const Words& words) {
  std::vector<std::string> known;
  for (const auto& one : words) {
    if (one.word == word.value) return one.value;
    known.emplace_back(one.word);
  }
  require_one_of(word, what, known);
  return words.front().value;
}

}  // namespace cartouche::project
