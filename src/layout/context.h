#pragma once
// What every item of the page is laid out with, and the few things they all do, such as setting text.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cartouche/label/label.h"
#include "cartouche/layout/page.h"
#include "moves.h"

namespace cartouche::layout {

using ItemValue = decltype(Item::value);
/// Figures that an item prints of its own: counts of a legend, scale bars.
using Printed = std::vector<map::Figure>;

struct LaidItem {
  ItemValue value;
  Printed printed;
};

/// Layout works in passes, and a pass reads only what those before it finished: frames and callouts, with the
/// furniture that reads no rows → names → the rows really drawn → all other items. See docs/architecture.md.
struct Context {
  const map::Map& map;
  map::GeometryStore& store;
  Shaper& shaper;
  Diagnostics& diagnostics;
  std::map<std::string, FrameItem> frames;       // laid out before the items that depend on them
  std::map<std::string, double> callout_tops;    // y of the top of the boxes, for frames that end above them
  std::map<std::string, CalloutsItem> callouts;  // placed before the names, which keep clear of them
  std::map<std::string, LaidItem> laid;          // items as far as they are laid out
  DrawnRows drawn;                               // once frames and names are finished: final
  Moves moves;

  const project::Style& style() const { return *map.style; }
  /// The view of a frame that an item names.
  const FrameView& view_of(const std::string& frame) const { return frames.at(frame).view; }
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
void report_overflow(Context& context, const map::PageItem& item, const std::string& finding, double height);

/// How far down a text stands in a box with so much room left.
double valigned(map::items::Vertical valign, double room);

// One function a kind of item, each in its own file. Callouts and frames depend on one another and are laid
// out before the others: see lay_out.cpp.
namespace items = map::items;
using map::PageItem;
FrameItem lay_out_frame(Context& context, const PageItem& item);
TextItem lay_out(Context& context, const PageItem& item, const items::Text& style, Printed& printed);
TextItem lay_out(Context& context, const PageItem& item, const items::Figures& style, Printed& printed);
TextItem lay_out(Context& context, const PageItem& item, const items::Credits& style, Printed& printed);
LegendItem lay_out(Context& context, const PageItem& item, const items::Legend& style, Printed& printed);
ScaleBarItem lay_out(Context& context, const PageItem& item, const items::ScaleBar& style, Printed& printed);
RuleItem lay_out(Context& context, const PageItem& item, const items::Rule& style, Printed& printed);
PanelItem lay_out(Context& context, const PageItem& item, const items::Panel& style, Printed& printed);
ChartItem lay_out(Context& context, const PageItem& item, const items::Chart& style, Printed& printed);
NorthArrowItem lay_out(Context& context, const PageItem& item, const items::NorthArrow& style,
                       Printed& printed);
TextItem lay_out(Context& context, const PageItem& item, const items::ScaleText& style, Printed& printed);
LocatorItem lay_out(Context& context, const PageItem& item, const items::Locator& style, Printed& printed);
/// Box of its outline; empty where one of its frames has no place yet.
Box locator_place(const Context& context, const items::Locator& style);

/// The item by its kind, with the figures that it prints.
LaidItem lay_out_item(Context& context, const PageItem& item);

/// Meridians and parallels of a frame whose box and scale are set.
Graticule lay_out_graticule(Context& context, const FrameView& view, const items::Graticule& style);

/// Callouts are measured before the frames (which end above them) and placed after (their leaders end in the
/// frames).
struct MeasuredCallouts {
  const PageItem* of = nullptr;
  CalloutsItem item;          // boxes at the origin, no leaders
  std::vector<Point> places;  // EPSG:4326
  std::optional<std::string> frame;
  std::vector<CalloutStrip> strips;  // that of the item's box and side first
  double gap = 0;
};
std::optional<MeasuredCallouts> measure_callouts(Context& context, const PageItem& item);
CalloutsItem place_measured_callouts(Context& context, MeasuredCallouts measured);

/// What the finished page and its frames show, in words: Page::description and Page::alternatives.
void add_alternatives(const map::Map& map, Page& page);

/// What the frames draw, read when their names are placed.
DrawnRows rows_drawn(const Context& context);

/// Names of the frame's layers, placed around its dots, callouts and whatever is painted over it.
void place_labels(Context& context, FrameView& view);

/// What one layer shows in a frame whose box, scale and window are set.
LayerView view_layer(Context& context, const FrameView& view, std::size_t layer);

}  // namespace cartouche::layout
