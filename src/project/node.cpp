#include "cartouche/project/node.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "cartouche/base/words.h"

namespace cartouche::project {
namespace {

const char* kind_name(Node::Kind kind) {
  switch (kind) {
    case Node::Kind::null:
      return "nothing";
    case Node::Kind::scalar:
      return "a single value";
    case Node::Kind::list:
      return "a list";
    case Node::Kind::map:
      return "a map";
  }
  return "";
}

std::string found(const Node& node) {
  if (node.kind() == Node::Kind::scalar) return "'" + node.text() + "'";
  return kind_name(node.kind());
}

// Whole-string reading by from_chars: no locale, no leading spaces, no trailing words.
template <class Number>
bool reads_whole(std::string_view text, Number& value) {
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  const char* end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, value);
  return result.ec == std::errc() && result.ptr == end;
}

}  // namespace

Node Node::scalar(std::string text, Location where, bool quoted) {
  Node node;
  node.kind_ = Kind::scalar;
  node.quoted_ = quoted;
  node.scalar_ = std::move(text);
  node.where_ = std::move(where);
  return node;
}

Node Node::null(Location where) {
  Node node;
  node.where_ = std::move(where);
  return node;
}

Node Node::list(std::vector<Node> items, Location where) {
  Node node;
  node.kind_ = Kind::list;
  node.items_ = std::move(items);
  node.where_ = std::move(where);
  return node;
}

Node Node::map(std::vector<std::pair<LocatedText, Node>> entries, Location where) {
  Node node;
  node.kind_ = Kind::map;
  node.entries_ = std::move(entries);
  node.where_ = std::move(where);
  return node;
}

const std::string& Node::text() const {
  if (kind_ != Kind::scalar)
    throw usage_error(where_, std::string("expected a single value, found ") + kind_name(kind_),
                      is_null() ? "a value that begins with # * & ! % @ [ { needs quotes" : "");
  return scalar_;
}

const std::vector<Node>& Node::items() const {
  if (kind_ != Kind::list) throw usage_error(where_, "expected a list, found " + found(*this));
  return items_;
}

const std::vector<std::pair<LocatedText, Node>>& Node::entries() const {
  if (kind_ != Kind::map) throw usage_error(where_, "expected a map of 'key: value', found " + found(*this));
  return entries_;
}

const Node* Node::find(std::string_view key) const {
  for (const auto& [name, value] : entries())
    if (name.value == key) return &value;
  return nullptr;
}

double Node::number() const {
  double value = 0;
  if (kind_ != Kind::scalar || !reads_whole(scalar_, value) || !std::isfinite(value))
    throw usage_error(where_, "expected a number, found " + found(*this));
  return value;
}

int Node::integer() const {
  int value = 0;
  if (kind_ != Kind::scalar || !reads_whole(scalar_, value))
    throw usage_error(where_, "expected a whole number, found " + found(*this));
  return value;
}

bool Node::boolean() const {
  if (kind_ == Kind::scalar && scalar_ == "true") return true;
  if (kind_ == Kind::scalar && scalar_ == "false") return false;
  throw usage_error(where_, "expected true or false, found " + found(*this));
}

std::vector<LocatedText> Node::texts() const {
  if (kind_ == Kind::scalar) return {located_text()};
  std::vector<LocatedText> texts;
  for (const Node& item : items()) texts.push_back(item.located_text());
  return texts;
}

void require_one_of(const LocatedText& word, const std::string& what, const std::vector<std::string>& words) {
  if (std::find(words.begin(), words.end(), word.value) == words.end())
    throw usage_error(word.where, "no " + what + " '" + word.value + "'", suggestion(word.value, words));
}

}  // namespace cartouche::project
