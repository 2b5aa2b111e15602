#include "document.h"

#include <fmt/format.h>

#include <algorithm>

#include "number_scanner.h"
#include "transform.h"

namespace cartouche::svg {
namespace {

constexpr std::string_view kNamespace = "http://www.w3.org/2000/svg", kDeclaration = "xmlns:";

std::vector<std::size_t> line_starts(std::string_view text) {
  std::vector<std::size_t> starts{0};
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n') starts.push_back(i + 1);
  return starts;
}

// pugixml walks without calling itself, so any depth is counted.
class Overseer : public pugi::xml_tree_walker {
 public:
  explicit Overseer(std::set<std::string, std::less<>>& prefixes) : prefixes_(prefixes) {}

  bool for_each(pugi::xml_node& node) override {
    if (depth() >= Document::kDeepest && node.type() == pugi::node_element) {
      too_deep = node;
      return false;
    }
    for (const pugi::xml_attribute& attribute : node.attributes())
      if (std::string_view(attribute.name()).starts_with(kDeclaration) && attribute.value() == kNamespace)
        prefixes_.emplace(attribute.name() + kDeclaration.size());
    return true;
  }

  pugi::xml_node too_deep;

 private:
  std::set<std::string, std::less<>>& prefixes_;
};

}  // namespace

Document::Document(std::string_view text, std::string file, MakeError error)
    : file_(std::move(file)), error_(error) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  lines_ = line_starts(text);
  const pugi::xml_parse_result result =
      document_.load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  if (!result) throw error_(place_at(result.offset), fmt::format("no XML: {}", result.description()), "");
  look_over();
  if (name(root()) != "svg") fail(root(), fmt::format("no SVG: its root is <{}>", root().name()));
}

void Document::look_over() {
  Overseer overseer(prefixes_);
  document_.traverse(overseer);
  if (overseer.too_deep)
    fail(overseer.too_deep, fmt::format("elements nested more than {} deep", kDeepest),
         "ungroup what needs no group");
}

std::string_view Document::name(const pugi::xml_node& node) const {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  if (colon == std::string_view::npos) return name;
  return prefixes_.contains(name.substr(0, colon)) ? name.substr(colon + 1) : std::string_view();
}

Location Document::place_at(std::ptrdiff_t offset) const {
  const auto at = static_cast<std::size_t>(std::max<std::ptrdiff_t>(offset, 0));
  const auto next = std::upper_bound(lines_.begin(), lines_.end(), at);
  return {file_, static_cast<int>(next - lines_.begin()), static_cast<int>(at - *(next - 1)) + 1};
}

Location Document::place(const pugi::xml_node& node) const {
  const std::ptrdiff_t offset = node.offset_debug();
  return place_at(node.type() == pugi::node_element ? offset - 1 : offset);
}

void Document::fail(const pugi::xml_node& node, const std::string& message, const std::string& hint) const {
  throw error_(place(node), message, hint);
}

double Document::length(const pugi::xml_node& node, const char* key) const {
  const pugi::xml_attribute attribute = node.attribute(key);
  if (!attribute) return 0;
  const auto length = parse_length(attribute.value());
  if (!length) fail(node, fmt::format("'{}' is '{}', which is no number", key, attribute.value()));
  return *length;
}

Affine Document::transform(const pugi::xml_node& node) const {
  const char* text = node.attribute("transform").value();
  const auto transform = parse_transform(text);
  if (!transform) fail(node, fmt::format("a transform that cannot be read: {}", text));
  return *transform;
}

}  // namespace cartouche::svg
