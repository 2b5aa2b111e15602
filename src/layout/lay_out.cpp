#include <algorithm>

#include "cartouche/base/words.h"
#include "context.h"

namespace cartouche::layout {
namespace {

using ItemValue = decltype(Item::value);

// Items that need no other item. Frames and callouts are laid out before; they are found by name.
ItemValue lay_out_item(Context& context, const project::ItemStyle& item, Page& page) {
  if (item.kind == "frame") return context.frames.at(item.name);
  if (item.kind == "text") return lay_out_text(context, item);
  if (item.kind == "figures") return lay_out_figures(context, item);
  if (item.kind == "legend") return lay_out_legend(context, item, page);
  if (item.kind == "scale_bar") return lay_out_scale_bar(context, item, page);
  if (item.kind == "credits") return lay_out_credits(context, item);
  if (item.kind == "rule") return lay_out_rule(context, item);
  if (item.kind == "panel") return lay_out_panel(context, item);
  if (item.kind == "chart") return lay_out_chart(context, item, page);
  if (item.kind == "callouts") {
    const auto placed = context.callouts.find(item.name);
    return placed == context.callouts.end() ? CalloutsItem{} : placed->second;
  }
  const std::vector<std::string> kinds{"frame",    "text",    "figures", "legend", "scale_bar",
                                       "callouts", "credits", "rule",    "panel",  "chart"};
  throw usage_error(item.where, "no item kind '" + item.kind + "'", suggestion(item.kind, kinds));
}

std::string describe(const map::Map& map) {
  std::string text = map.title + ".";
  for (const auto& [item, figures] : map.figure_items)
    for (const map::KeyFigure& figure : figures) text += " " + figure.figure + " " + figure.caption + ".";
  return text;
}

}  // namespace

Page lay_out(const map::Map& map, map::GeometryStore& store, Shaper& shaper, Diagnostics& diagnostics) {
  Context context{map, store, shaper, diagnostics, {}, {}, {}, Moves(map)};
  diagnostics.append(map.notes);
  Page page;
  page.map = &map;
  page.width = map.page->width;
  page.height = map.page->height;
  page.background = map.page->background;
  page.description = describe(map);
  std::map<std::string, MeasuredCallouts> measured;
  for (const project::ItemStyle& item : map.page->items)
    if (item.kind == "callouts")
      if (auto one = measure_callouts(context, item)) {
        context.callout_tops[item.name] = one->strip.min.y;
        measured.emplace(item.name, std::move(*one));
      }
  for (const project::ItemStyle& item : map.page->items)
    if (item.kind == "frame") context.frames.emplace(item.name, lay_out_frame(context, item));
  for (auto& [name, one] : measured)
    context.callouts.emplace(name, place_measured_callouts(context, std::move(one)));
  for (const project::ItemStyle& item : map.page->items)
    if (item.kind == "frame") place_labels(context, context.frames.at(item.name).view);
  for (const project::ItemStyle& item : map.page->items)
    page.items.push_back({item.name, lay_out_item(context, item, page)});
  context.moves.report_stale(diagnostics);
  return page;
}

}  // namespace cartouche::layout
