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
}

void tag(Group& group, const Tags& tags) {
  if (group.role == Role::feature) {
    const auto feature = tags.features.find(group.id);
    if (feature == tags.features.end()) return;
    if (!feature->second.row.empty()) group.data.emplace_back("r", feature->second.row);
    if (!feature->second.klass.empty()) group.data.emplace_back("c", feature->second.klass);
    return;
  }
  if (group.role == Role::label) tag_name(group, tags);
  if (const auto border = tags.borders.find(group.id);
      group.role == Role::layer && border != tags.borders.end())
    group.data.emplace_back("c", border->second);
  for (Node& node : group.children)
    if (auto* child = std::get_if<Group>(&node.value)) tag(*child, tags);
}

}  // namespace

void tag_features(display::DisplayList& list, const Tags& tags) {
  for (Node& node : list.nodes)
    if (auto* group = std::get_if<Group>(&node.value)) tag(*group, tags);
}

}  // namespace cartouche::web
