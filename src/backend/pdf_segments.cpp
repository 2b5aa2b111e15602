#include "pdf_segments.h"

#include <algorithm>

#include "cartouche/base/web_address.h"
#include "node_box.h"
#include "text_lines.h"

namespace cartouche::backend {
namespace {

using display::Group;
using display::Node;
using display::Role;
using display::Text;

bool is_layer(Role role) {
  return role == Role::page || role == Role::frame || role == Role::layer || role == Role::furniture;
}

/// What is painted as a whole cannot be cut: an opacity or a blend mode is that of all of it.
bool can_be_cut(const Group& group) {
  return group.opacity >= 1 && !group.fade && group.blend == display::Blend::normal;
}

/// What nodes say: their lines of text, a space between them.
std::string text_of(const std::vector<Node>& nodes) {
  std::string all;
  const auto add = [&all](const std::string& line) {
    if (!all.empty() && !line.empty()) all += ' ';
    all += line;
  };
  for (std::size_t i = 0; i < nodes.size();) {
    std::size_t end = i + 1;
    if (const auto* group = std::get_if<Group>(&nodes[i].value)) add(text_of(group->children));
    if (std::holds_alternative<Text>(nodes[i].value)) {
      end = text_line_end(nodes, i);
      std::string line;
      for (std::size_t run = i; run < end; ++run) line += std::get<Text>(nodes[run].value).string;
      add(line);
    }
    i = end;
  }
  return all;
}

/// To compare texts: lines break where words do.
std::string without_spaces(std::string_view text) {
  std::string packed;
  for (const char c : text)
    if (static_cast<unsigned char>(c) > 0x20) packed += c;
  return packed;
}

const Group* map_in(const Group& group) {
  if (group.role == Role::frame) return &group;
  for (const Node& node : group.children)
    if (const auto* child = std::get_if<Group>(&node.value); child && child->role == Role::frame)
      return child;
  return nullptr;
}

class Cutter {
 public:
  explicit Cutter(const display::DisplayList& page) : title_(without_spaces(page.title)) {}

  PdfOutline cut(const display::DisplayList& page) {
    walk(page.nodes);
    return std::move(outline_);
  }

 private:
  void walk(const std::vector<Node>& nodes) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const auto* group = std::get_if<Group>(&nodes[i].value);
      if (!group) continue;
      if (!is_layer(group->role)) {
        find_links(*group);
        continue;
      }
      add(nodes, begin, i);
      begin = i + 1;
      descend(*group, nodes, i);
    }
    add(nodes, begin, nodes.size());
  }

  void descend(const Group& group, const std::vector<Node>& nodes, std::size_t at) {
    const std::optional<std::size_t> element = element_;
    if (!element_) element_ = element_of(group);
    find_links(group);
    // A frame is the whole of what holds it: one switch is enough for both.
    const bool switched = !group.label.empty() && group.role != Role::frame;
    if (switched) {
      outline_.layers.push_back(
          {group.label, layers_.empty() ? std::nullopt : std::optional(layers_.back())});
      layers_.push_back(outline_.layers.size() - 1);
    }
    if (can_be_cut(group)) {
      if (group.clip) clips_.push_back(&*group.clip);
      walk(group.children);
      if (group.clip) clips_.pop_back();
    } else {
      add(nodes, at, at + 1);
    }
    if (switched) layers_.pop_back();
    element_ = element;
  }

  std::optional<std::size_t> element_of(const Group& group) {
    if (const Group* map = map_in(group)) {
      outline_.elements.push_back({"Figure", map->alternative.empty() ? map->label : map->alternative,
                                   map->clip ? map->clip->box() : box_of(*map)});
    } else {
      std::string text = text_of(group.children);
      if (text.empty()) return std::nullopt;
      const bool heading = !has_heading_ && without_spaces(text) == title_;
      has_heading_ = has_heading_ || heading;
      outline_.elements.push_back({heading ? "H1" : "P", std::move(text), {}});
    }
    return outline_.elements.size() - 1;
  }

  void find_links(const Group& group) {
    if (is_web_address(group.link))
      outline_.links.push_back(
          {box_of(group), group.link, group.label.empty() ? group.link : group.label, element_});
    // The children of a layer are walked on their own.
    if (is_layer(group.role) && can_be_cut(group)) return;
    for (const Node& node : group.children)
      if (const auto* child = std::get_if<Group>(&node.value)) find_links(*child);
  }

  void add(const std::vector<Node>& nodes, std::size_t begin, std::size_t end) {
    if (begin < end) outline_.segments.push_back({&nodes, begin, end, clips_, layers_, element_});
  }

  std::string title_;
  bool has_heading_ = false;
  PdfOutline outline_;
  std::vector<const Path*> clips_;
  std::vector<std::size_t> layers_;
  std::optional<std::size_t> element_;
};

}  // namespace

PdfOutline outline_of(const display::DisplayList& page) {
  return Cutter(page).cut(page);
}

}  // namespace cartouche::backend
