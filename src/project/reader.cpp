#include <algorithm>
#include <array>

#include "cartouche/base/words.h"
#include "cartouche/project/node.h"

namespace cartouche::project {

Reader::Reader(const Node& node, std::string what) : node_(node), what_(std::move(what)) {
  if (node.kind() != Node::Kind::map && !node.is_null())
    throw usage_error(node.where(), what_ + " must be a map of 'key: value'");
}

const Node* Reader::optional(std::string_view key) {
  asked_.emplace_back(key);
  return node_.is_null() ? nullptr : node_.find(key);
}

const Node& Reader::required(std::string_view key) {
  if (const Node* node = optional(key)) return *node;
  // A key that was mistyped is the likelier mistake than one left out.
  if (!node_.is_null()) {
    const std::array<std::string, 1> candidate{std::string(key)};
    for (const auto& [name, value] : node_.entries())
      if (std::find(asked_.begin(), asked_.end(), name.value) == asked_.end() &&
          !nearest_word(name.value, candidate).empty())
        throw usage_error(name.where, "unknown key '" + name.value + "' in " + what_,
                          "did you mean '" + candidate[0] + "'?");
  }
  throw usage_error(node_.where(), "missing key '" + std::string(key) + "' in " + what_);
}

LocatedText Reader::text(std::string_view key) {
  return required(key).located_text();
}

std::optional<LocatedText> Reader::optional_text(std::string_view key) {
  const Node* node = optional(key);
  return node ? std::optional(node->located_text()) : std::nullopt;
}

std::string Reader::text_or(std::string_view key, std::string_view fallback) {
  const Node* node = optional(key);
  return node ? node->text() : std::string(fallback);
}

double Reader::number_or(std::string_view key, double fallback) {
  const Node* node = optional(key);
  return node ? node->number() : fallback;
}

int Reader::integer_or(std::string_view key, int fallback) {
  const Node* node = optional(key);
  return node ? node->integer() : fallback;
}

bool Reader::boolean_or(std::string_view key, bool fallback) {
  const Node* node = optional(key);
  return node ? node->boolean() : fallback;
}

namespace {

// The nearest key; where none is near, all of them: a map has few enough to read.
std::string key_suggestion(const std::string& key, const std::vector<std::string>& known) {
  if (const std::string nearest = nearest_word(key, known); !nearest.empty())
    return "did you mean '" + nearest + "'?";
  std::string text;
  for (const std::string& word : known) text += (text.empty() ? "expected one of: " : ", ") + word;
  return text.empty() ? "it takes no keys" : text;
}

}  // namespace

void Reader::finish() const {
  if (node_.is_null()) return;
  for (const auto& [name, value] : node_.entries())
    if (std::find(asked_.begin(), asked_.end(), name.value) == asked_.end())
      throw usage_error(name.where, "unknown key '" + name.value + "' in " + what_,
                        key_suggestion(name.value, asked_));
}

}  // namespace cartouche::project
