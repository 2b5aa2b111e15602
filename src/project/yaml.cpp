// YAML events → Node. Reading events instead of yaml-cpp's nodes shows keys that stand twice, and where every
// value stands.

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <map>
#include <sstream>

#include "cartouche/base/atomic_file.h"
#include "cartouche/base/existing_file.h"
#include "cartouche/base/words.h"
#include "cartouche/project/node.h"

namespace cartouche::project {
namespace {

// Aliases of aliases can unfold to more values than memory holds ("billion laughs").
constexpr std::size_t kMostNodes = 200000;

constexpr const char* kMergeKey = "<<";

Location location(const YAML::Mark& mark, const std::string& file) {
  if (mark.is_null()) return {file, 0, 0};
  return {file, mark.line + 1, mark.column + 1};
}

std::size_t node_count(const Node& node) {
  std::size_t count = 1;
  if (node.kind() == Node::Kind::list)
    for (const Node& item : node.items()) count += node_count(item);
  if (node.kind() == Node::Kind::map)
    for (const auto& [key, value] : node.entries()) count += node_count(value);
  return count;
}

using Entries = std::vector<std::pair<LocatedText, Node>>;

const LocatedText* find_key(const Entries& entries, const std::string& name) {
  for (const auto& [key, value] : entries)
    if (key.value == name) return &key;
  return nullptr;
}

// Keys of a merged map come after the map's own; a key that is there already wins.
void merge_into(Entries& entries, const Node& source) {
  if (source.kind() == Node::Kind::list) {
    for (const Node& item : source.items()) merge_into(entries, item);
    return;
  }
  for (const auto& [key, value] : source.entries())
    if (!find_key(entries, key.value)) entries.emplace_back(key, value);
}

class Builder : public YAML::EventHandler {
 public:
  explicit Builder(std::string file) : file_(std::move(file)) {}

  Node take_root() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark& mark) override { root_ = Node::null(location(mark, file_)); }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    // The mark of a value that is not there points at what follows it; the key is the better place.
    const bool is_value = !open_.empty() && open_.back().is_map && open_.back().key;
    add(Node::null(is_value ? open_.back().key->where : location(mark, file_)), anchor);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto found = anchors_.find(anchor);
    if (found == anchors_.end()) throw usage_error(location(mark, file_), "an alias inside its own anchor");
    count(found->second.second, location(mark, file_));
    add(found->second.first, 0);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    count(1, location(mark, file_));
    add(Node::scalar(value, location(mark, file_), tag == "!"), anchor);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(false, mark, anchor);
  }

  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(true, mark, anchor);
  }

  void OnSequenceEnd() override {
    Open done = close();
    add(Node::list(std::move(done.items), std::move(done.where)), done.anchor);
  }

  void OnMapEnd() override {
    Open done = close();
    for (const Node& source : done.merged) merge_into(done.entries, source);
    add(Node::map(std::move(done.entries), std::move(done.where)), done.anchor);
  }

 private:
  struct Open {
    bool is_map = false;
    Location where;
    YAML::anchor_t anchor = 0;
    std::vector<Node> items;
    Entries entries;
    std::vector<Node> merged;
    std::optional<LocatedText> key;
  };

  void open(bool is_map, const YAML::Mark& mark, YAML::anchor_t anchor) {
    count(1, location(mark, file_));
    Open one;
    one.is_map = is_map;
    one.where = location(mark, file_);
    one.anchor = anchor;
    open_.push_back(std::move(one));
  }

  Open close() {
    Open done = std::move(open_.back());
    open_.pop_back();
    return done;
  }

  void count(std::size_t more, const Location& where) {
    count_ += more;
    if (count_ > kMostNodes)
      throw usage_error(where, "more than " + std::to_string(kMostNodes) + " values in one file");
  }

  void add(Node node, YAML::anchor_t anchor) {
    if (anchor) anchors_[anchor] = {node, node_count(node)};
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    Open& parent = open_.back();
    if (!parent.is_map) {
      parent.items.push_back(std::move(node));
    } else if (!parent.key) {
      add_key(parent, node);
    } else {
      add_value(parent, std::move(node));
    }
  }

  static void add_key(Open& parent, const Node& node) {
    if (node.kind() != Node::Kind::scalar) throw usage_error(node.where(), "a key must be a single word");
    LocatedText key = node.located_text();
    if (const LocatedText* first = find_key(parent.entries, key.value))
      throw usage_error(key.where, "key '" + key.value + "' stands twice",
                        "the first is on line " + std::to_string(first->where.line));
    parent.key = std::move(key);
  }

  static void add_value(Open& parent, Node node) {
    if (parent.key->value == kMergeKey)
      parent.merged.push_back(std::move(node));
    else
      parent.entries.emplace_back(std::move(*parent.key), std::move(node));
    parent.key.reset();
  }

  std::string file_;
  Node root_;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, std::pair<Node, std::size_t>> anchors_;
  std::size_t count_ = 0;
};

}  // namespace

Node parse_yaml(std::string_view text, const std::string& file_name) {
  if (!is_valid_utf8(text)) throw usage_error({file_name, 0, 0}, "the file is not UTF-8 text");
  std::istringstream stream{std::string(text)};
  try {
    YAML::Parser parser(stream);
    Builder builder(file_name);
    if (!parser.HandleNextDocument(builder)) return Node::null({file_name, 0, 0});
    Builder second(file_name);
    if (parser.HandleNextDocument(second))
      throw usage_error(second.take_root().where(), "a second YAML document", "a file holds one");
    return builder.take_root();
  } catch (const YAML::Exception& error) {
    throw usage_error(location(error.mark, file_name), "not YAML: " + error.msg);
  }
}

Node read_yaml(const std::filesystem::path& file) {
  require_file(file, "a YAML file");
  return parse_yaml(read_file(file), file.string());
}

}  // namespace cartouche::project
