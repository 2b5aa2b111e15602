#include "cartouche/draw/draw.h"

#include "parts.h"

namespace cartouche {
namespace {

using display::Group;

struct DrawItem {
  const layout::Page& page;
  const std::string& name;

  Group operator()(const layout::FrameItem& item) const {
    return draw_parts::frame(*page.map, item, page.alternatives.at(name));
  }
  Group operator()(const layout::TextItem& item) const {
    std::vector<display::Node> nodes;
    draw_parts::append_texts(nodes, item.lines);
    return draw_parts::group(display::Role::furniture, "texte-" + name, name, std::move(nodes));
  }
  Group operator()(const layout::LegendItem& item) const { return draw_parts::legend(item); }
  Group operator()(const layout::ScaleBarItem& item) const { return draw_parts::scale_bar(item); }
  Group operator()(const layout::CalloutsItem& item) const { return draw_parts::callouts(item); }
  Group operator()(const layout::RuleItem& item) const { return draw_parts::rule(item); }
  Group operator()(const layout::PanelItem& item) const { return draw_parts::panel(item); }
  Group operator()(const layout::ChartItem& item) const { return draw_parts::chart(item, name); }
  Group operator()(const layout::NorthArrowItem& item) const { return draw_parts::north_arrow(item); }
  Group operator()(const layout::LocatorItem& item) const { return draw_parts::locator(item); }
};

}  // namespace

display::DisplayList draw(const layout::Page& page) {
  display::DisplayList list;
  list.width = page.width;
  list.height = page.height;
  list.background = page.background;
  list.title = page.map->title;
  list.description = page.description;
  list.author = page.map->credits.made_by;
  for (const layout::Item& item : page.items) {
    Group group = std::visit(DrawItem{page, item.name}, item.value);
    if (!group.children.empty()) list.nodes.push_back({std::move(group)});
  }
  return list;
}

}  // namespace cartouche
