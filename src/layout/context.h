#pragma once
// What every item of the page is laid out with, and the few things they all do: set text, read a stroke.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cartouche/label/label.h"
#include "cartouche/layout/page.h"
#include "moves.h"

namespace cartouche::layout {

struct Context {
  const map::Map& map;
  map::GeometryStore& store;
  Shaper& shaper;
  Diagnostics& diagnostics;
  std::map<std::string, FrameItem> frames;       // laid out before the items that depend on them
  std::map<std::string, double> callout_tops;    // y of the top of the boxes, for frames that end above them
  std::map<std::string, CalloutsItem> callouts;  // placed before the names, which keep clear of them
  std::map<std::string, Box> composed;           // items that found a place: names keep clear of them
  Moves moves;

  const project::Style& style() const { return *map.style; }
  /// The frame an option names; a usage error of `what` where the page has none of that name.
  const FrameItem& frame_named(const project::LocatedText& name, const std::string& what) const;
  /// The template's items in paint order.
  std::vector<const project::ItemStyle*> page_items() const {
    std::vector<const project::ItemStyle*> items;
    for (const project::ItemStyle& item : map.page->items) items.push_back(&item);
    return items;
  }
  /// False for an item of the template that this page fills with nothing.
  bool prints(const project::ItemStyle& item) const {
    if (item.kind == "text") return map.texts.contains(item.name);
    if (item.kind == "figures") return map.figure_items.contains(item.name);
    return item.kind != "legend" || map.legend.has_value();
  }
  const project::TextStyle& text_style(const project::LocatedText& name) const {
    return style().text(name.value, name.where);
  }
};

/// The font of a text style; throws a usage error where it names no font of the style.
FontSpec font_of(const project::TextStyle& text, const project::Style& style);

struct SetText {
  std::vector<PlacedText> lines;
  double width = 0;
  double height = 0;
};

/// Text set with its top left at (left, top), broken at `width` (0 = not) and aligned in it. French
/// typography and upper case are applied here.
SetText set_text(Context& context, const std::string& text, const project::TextStyle& style, double left,
                 double top, double width);

/// A block already shaped, set at (left, top) and aligned in `width`.
std::vector<PlacedText> place_block(const TextBlock& block, const project::TextStyle& style, double left,
                                    double top, double width);

void move(std::vector<PlacedText>& texts, double dx, double dy);

/// Reports what was set higher than the item's box, which is printed all the same. `finding` begins the
/// message: "the legend is higher than its box".
void report_overflow(Context& context, const project::ItemStyle& item, const std::string& finding,
                     double height);

/// A stroke (see docs/style.md) or null where the key is missing.
std::optional<symbol::Stroke> read_stroke(project::Reader& in, std::string_view key,
                                          const project::Style& style);
std::optional<Color> read_color(project::Reader& in, std::string_view key, const project::Style& style);
double read_length_or(project::Reader& in, std::string_view key, double fallback);

// One function a kind of item, each in its own file.
FrameItem lay_out_frame(Context& context, const project::ItemStyle& item);
TextItem lay_out_text(Context& context, const project::ItemStyle& item);
TextItem lay_out_figures(Context& context, const project::ItemStyle& item);
TextItem lay_out_credits(Context& context, const project::ItemStyle& item);
LegendItem lay_out_legend(Context& context, const project::ItemStyle& item, Page& page);
ScaleBarItem lay_out_scale_bar(Context& context, const project::ItemStyle& item, Page& page);
RuleItem lay_out_rule(Context& context, const project::ItemStyle& item);
PanelItem lay_out_panel(Context& context, const project::ItemStyle& item);
ChartItem lay_out_chart(Context& context, const project::ItemStyle& item, Page& page);
NorthArrowItem lay_out_north_arrow(Context& context, const project::ItemStyle& item);
TextItem lay_out_scale_text(Context& context, const project::ItemStyle& item, Page& page);
LocatorItem lay_out_locator(Context& context, const project::ItemStyle& item);

/// Meridians and parallels of a frame whose box and scale are set.
Graticule lay_out_graticule(Context& context, const FrameView& view, const project::Node& options);

/// Callouts are measured before the frames (which end above them) and placed after (their leaders end in the
/// frames).
struct MeasuredCallouts {
  CalloutsItem item;          // boxes at the origin, no leaders
  std::vector<Point> places;  // EPSG:4326
  std::optional<std::string> frame;
  std::vector<CalloutStrip> strips;  // that of the item's box and side first
  double gap = 0;
  Location where;
};
std::optional<MeasuredCallouts> measure_callouts(Context& context, const project::ItemStyle& item);
CalloutsItem place_measured_callouts(Context& context, MeasuredCallouts measured);

/// What the finished page and its frames show, in words: Page::description and Page::alternatives.
void add_alternatives(const map::Map& map, Page& page);

/// Names of the frame's layers, placed around its dots, callouts and whatever is painted over it.
void place_labels(Context& context, FrameView& view);

/// What one layer shows in a frame whose box, scale and window are set.
LayerView view_layer(Context& context, const FrameView& view, std::size_t layer);

}  // namespace cartouche::layout
