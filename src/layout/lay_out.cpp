#include <algorithm>

#include "composer.h"

namespace cartouche::layout {
namespace {

// Callouts are measured before the frames, which end above them, and placed after, as their leaders end in
// the frames.
void lay_out_frames_and_callouts(Context& context) {
  std::map<std::string, MeasuredCallouts> measured;
  for (const project::ItemStyle& item : context.map.page->items)
    if (item.kind == "callouts")
      if (auto one = measure_callouts(context, item)) {
        context.callout_tops[item.name] = one->strips.front().box.min.y;
        measured.emplace(item.name, std::move(*one));
      }
  for (const project::ItemStyle& item : context.map.page->items)
    if (item.kind == "frame" && !is_auto(item))
      context.frames.emplace(item.name, lay_out_frame(context, item));
  for (auto& [name, one] : measured)
    context.callouts.emplace(name, place_measured_callouts(context, std::move(one)));
}

// Boxes that no item may be composed over: those of the template and the callouts. Of the frames only insets,
// which lie within another.
void take_fixed_boxes(const Context& context, Composer& composer) {
  const auto& items = context.map.page->items;
  for (const project::ItemStyle& item : items) {
    if (is_auto(item) || item.kind == "panel" || item.kind == "callouts") continue;
    const Box box{{item.left, item.top}, {item.left + item.width, item.top + item.height}};
    const bool inset = std::any_of(items.begin(), items.end(), [&](const project::ItemStyle& other) {
      const Box around{{other.left, other.top}, {other.left + other.width, other.top + other.height}};
      return other.kind == "frame" && &other != &item && around.contains(box);
    });
    if (item.kind != "frame" || inset) composer.take(box);
  }
  for (const auto& [name, callouts] : context.callouts)
    for (const PlacedCallout& callout : callouts.callouts) composer.take(callout.box);
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

// Frames come before what counts in them or ties them together.
std::map<std::string, ItemValue> compose(Context& context, Page& page) {
  Composer composer(context);
  take_fixed_boxes(context, composer);
  std::map<std::string, ItemValue> placed;
  for (const bool frames : {true, false})
    for (const project::ItemStyle& item : context.map.page->items)
      if (is_auto(item) && (item.kind == "frame") == frames)
        placed.emplace(item.name, composer.place(item, page));
  return placed;
}

}  // namespace

Page lay_out(const map::Map& map, map::GeometryStore& store, Shaper& shaper, Diagnostics& diagnostics) {
  Context context{map, store, shaper, diagnostics, {}, {}, {}, {}, Moves(map)};
  diagnostics.append(map.notes);
  Page page;
  page.map = &map;
  page.width = map.page->width;
  page.height = map.page->height;
  page.background = map.page->background;
  lay_out_frames_and_callouts(context);
  std::map<std::string, ItemValue> composed = compose(context, page);
  for (const project::ItemStyle& item : map.page->items)
    if (item.kind == "frame") place_labels(context, context.frames.at(item.name).view);
  for (const project::ItemStyle& item : map.page->items)
    page.items.push_back({item.name, is_auto(item) && item.kind != "frame"
                                         ? std::move(composed.at(item.name))
                                         : item_kind(item).lay_out(context, item, page)});
  record_spread(context, page);
  context.moves.report_stale(diagnostics);
  add_alternatives(map, page);
  return page;
}

}  // namespace cartouche::layout
