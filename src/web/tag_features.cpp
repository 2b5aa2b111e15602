#include "tag_features.h"

namespace cartouche::web {
namespace {

using display::Group;
using display::Node;
using display::Role;

// Of the beginnings that fit, the longest: "territoires-om-" before "territoires-".
void tag_name(Group& group, const Tags& tags) {
  const std::string* layer = nullptr;
  std::size_t longest = 0;
  for (const auto& [beginning, number] : tags.names)
    if (group.id.starts_with(beginning) && beginning.size() > longest) {
      longest = beginning.size();
      layer = &number;
    }
  if (layer) group.data.emplace_back("n", *layer);
  if (const auto rows = tags.named.find(group.id); rows != tags.named.end())
    group.data.emplace_back("of", rows->second);
}

void tag_callout(Group& group, const Tags::Feature& feature) {
  if (!feature.row.empty()) group.data.emplace_back("of", feature.row);
  if (!feature.klass.empty()) group.data.emplace_back("c", feature.klass);
}

// A leader or a ring becomes a group, which can have what its callout has.
void tag_tie(Node& node, const Tags& tags) {
  const auto* shape = std::get_if<display::Shape>(&node.value);
  if (!shape) return;
  for (const auto& [path, feature] : tags.ties) {
    if (shape->path != path) continue;
    Group tie;
    tie.role = Role::callout;
    tag_callout(tie, feature);
    tie.children.push_back(std::move(node));
    node.value = std::move(tie);
    return;
  }
}

void tag(Group& group, const Tags& tags) {
  if (group.role == Role::feature) {
    const auto feature = tags.features.find(group.id);
    if (feature == tags.features.end()) return;
    if (!feature->second.row.empty()) {
      group.data.emplace_back("r", feature->second.row);
      group.link.clear();
    }
    if (!feature->second.klass.empty()) group.data.emplace_back("c", feature->second.klass);
    return;
  }
  if (group.role == Role::label) tag_name(group, tags);
  if (const auto callout = tags.callouts.find(group.id);
      group.role == Role::callout && callout != tags.callouts.end())
    tag_callout(group, callout->second);
  if (const auto border = tags.borders.find(group.id);
      group.role == Role::layer && border != tags.borders.end())
    group.data.emplace_back("c", border->second);
  for (Node& node : group.children) {
    if (group.role == Role::furniture) tag_tie(node, tags);
    if (auto* child = std::get_if<Group>(&node.value)) tag(*child, tags);
  }
}

}  // namespace

void tag_features(display::DisplayList& list, const Tags& tags) {
  for (Node& node : list.nodes)
    if (auto* group = std::get_if<Group>(&node.value)) tag(*group, tags);
}

}  // namespace cartouche::web
