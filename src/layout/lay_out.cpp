#include <algorithm>

#include "composer.h"
#include "covered.h"

namespace cartouche::layout {
namespace {

// Frames and callouts are in the context by the time that items are laid out.
struct ItemLayout {
  Context& context;
  const PageItem& item;
  Printed& printed;

  ItemValue operator()(const items::Frame&) const { return context.frames.at(item.name); }
  ItemValue operator()(const items::Callouts&) const {
    const auto placed = context.callouts.find(item.name);
    return placed == context.callouts.end() ? CalloutsItem{} : placed->second;
  }
  template <class Options>
  ItemValue operator()(const Options& options) const {
    return layout::lay_out(context, item, options, printed);
  }
};

// False where an item speaks of a frame that has no place yet.
bool knows_its_frame(const Context& context, const PageItem& item) {
  return std::visit(
      [&](const auto& options) {
        if constexpr (requires { context.view_of(options.frame); })
          return context.frames.contains(options.frame);
        return true;
      },
      item.options);
}

// Items with a box of their own that are not laid out yet; before the rows are final only those that do not
// read them, so that what is placed freely knows what they print.
void lay_out_fixed(Context& context, bool rows_are_final) {
  for (const PageItem& item : context.map.page->items) {
    if (context.laid.contains(item.name) || (item.place && !is_frame(item))) continue;
    if (!rows_are_final && (item.kind->reads_rows || !knows_its_frame(context, item))) continue;
    context.laid.emplace(item.name, lay_out_item(context, item));
  }
}

// Callouts are measured before the frames, which end above them, and placed after, as their leaders end in
// the frames.
void lay_out_frames_and_callouts(Context& context) {
  std::map<std::string, MeasuredCallouts> measured;
  for (const PageItem& item : context.map.page->items)
    if (std::holds_alternative<items::Callouts>(item.options))
      if (auto one = measure_callouts(context, item)) {
        context.callout_tops[item.name] = one->strips.front().box.min.y;
        measured.emplace(item.name, std::move(*one));
      }
  for (const PageItem& item : context.map.page->items)
    if (is_frame(item) && !item.place) context.frames.emplace(item.name, lay_out_frame(context, item));
  lay_out_fixed(context, false);
  for (auto& [name, one] : measured)
    context.callouts.emplace(name, place_measured_callouts(context, std::move(one)));
  compose_frames(context);
}

void place_names(Context& context) {
  for (const PageItem& item : context.map.page->items)
    if (is_frame(item)) place_labels(context, context.frames.at(item.name).view);
}

void lay_out_items(Context& context) {
  lay_out_fixed(context, true);
  compose_items(context);
}

// Dots that do not stand where their rows lie: the ledger names them.
void record_spread(const Context& context, Page& page) {
  for (const auto& [name, frame] : context.frames)
    for (const LayerView& view : frame.view.layers) {
      if (view.spread.empty()) continue;
      const map::FeatureLayer& layer = map::common(context.map.layers[view.layer]);
      map::Figure figure;
      figure.name = "ecartes." + name + "." + layer.id;
      figure.value = static_cast<double>(view.spread.size());
      figure.computed = figure.value;
      figure.text = map::format_figure(*figure.value, 0, "");
      figure.query = "dots of layer '" + layer.label + "' set beside their place in frame " + name + ", " +
                     std::to_string(view.ties.size()) + " of them tied to it";
      figure.table = layer.table->name();
      for (const std::size_t i : view.spread)
        figure.rows.push_back(layer.table->row_id(layer.rows[view.selected[i]]));
      page.printed.push_back(std::move(figure));
    }
}

}  // namespace

LaidItem lay_out_item(Context& context, const PageItem& item) {
  LaidItem laid;
  laid.value = std::visit(ItemLayout{context, item, laid.printed}, item.options);
  return laid;
}

Page lay_out(const map::Map& map, map::GeometryStore& store, Shaper& shaper, Diagnostics& diagnostics) {
  Context context{map, store, shaper, diagnostics, {}, {}, {}, {}, {}, Moves(map)};
  diagnostics.append(map.notes);
  Page page;
  page.map = &map;
  page.width = map.page->width;
  page.height = map.page->height;
  page.background = map.page->background;
  lay_out_frames_and_callouts(context);
  place_names(context);
  context.drawn = rows_drawn(context);
  lay_out_items(context);
  report_covered(context);
  for (const PageItem& item : map.page->items) {
    LaidItem& laid = context.laid.at(item.name);
    page.items.push_back({item.name, std::move(laid.value)});
    std::move(laid.printed.begin(), laid.printed.end(), std::back_inserter(page.printed));
  }
  record_spread(context, page);
  context.moves.report_stale(diagnostics);
  page.drawn = std::move(context.drawn);
  add_alternatives(map, page);
  return page;
}

}  // namespace cartouche::layout
