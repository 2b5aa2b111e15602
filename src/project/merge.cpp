#include "style_parts.h"

namespace cartouche::project {

Node merged(const Node& base, const Node& own) {
  if (base.kind() != Node::Kind::map || own.kind() != Node::Kind::map) return own;
  std::vector<std::pair<LocatedText, Node>> entries;
  for (const auto& [key, value] : base.entries()) {
    const Node* over = own.find(key.value);
    if (!over) {
      entries.emplace_back(key, value);
    } else if (!over->is_null()) {
      entries.emplace_back(key, merged(value, *over));
    }
  }
  for (const auto& [key, value] : own.entries())
    if (!base.find(key.value)) entries.emplace_back(key, value);
  return Node::map(std::move(entries), own.where());
}

}  // namespace cartouche::project
