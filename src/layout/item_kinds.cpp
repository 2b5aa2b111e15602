#include "item_kinds.h"

namespace cartouche::layout {
namespace {

// Most kinds need neither the page nor anything but their own options.
template <auto kFunction>
ItemValue alone(Context& context, const project::ItemStyle& item, Page&) {
  return kFunction(context, item);
}

template <auto kFunction>
ItemValue on_page(Context& context, const project::ItemStyle& item, Page& page) {
  return kFunction(context, item, page);
}

ItemValue placed_frame(Context& context, const project::ItemStyle& item, Page&) {
  return context.frames.at(item.name);
}

ItemValue placed_callouts(Context& context, const project::ItemStyle& item, Page&) {
  const auto placed = context.callouts.find(item.name);
  return placed == context.callouts.end() ? CalloutsItem{} : placed->second;
}

constexpr ItemKind kKinds[] = {
    {"frame", placed_frame},
    {"text", alone<lay_out_text>},
    {"figures", alone<lay_out_figures>},
    {"legend", on_page<lay_out_legend>},
    {"scale_bar", on_page<lay_out_scale_bar>},
    {"callouts", placed_callouts},
    {"credits", alone<lay_out_credits>},
    {"rule", alone<lay_out_rule>},
    {"panel", alone<lay_out_panel>},
    {"chart", on_page<lay_out_chart>},
    {"north_arrow", alone<lay_out_north_arrow>},
    {"scale_text", on_page<lay_out_scale_text>},
    {"locator", alone<lay_out_locator>},
};

}  // namespace

const ItemKind& item_kind(const project::ItemStyle& item) {
  for (const ItemKind& kind : kKinds)
    if (item.kind == kind.name) return kind;
  // The parser of styles has the same kinds, and names the nearest.
  throw usage_error(item.options.where(), "no item kind '" + item.kind + "'");
}

}  // namespace cartouche::layout
