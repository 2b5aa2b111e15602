#include <fmt/format.h>

#include <algorithm>

#include "cartouche/base/finding_codes.h"
#include "cartouche/base/xml_name.h"
#include "cartouche/label/label.h"
#include "item_box.h"
#include "item_place.h"

namespace cartouche::layout {
namespace {

const project::TextStyle& line_style(const items::Callouts& style, std::size_t line) {
  return style.lines[std::min(line, style.lines.size() - 1)];
}

PlacedCallout measure(Context& context, const map::Callout& callout, const items::Callouts& style,
                      double width) {
  PlacedCallout placed;
  placed.id = xml_name("encadre-" + callout.id);
  placed.name = callout.id;
  const double inner = width - 2 * style.padding;
  double y = style.padding;
  const auto add = [&](const std::string& words, const project::TextStyle& text_style) {
    SetText text = set_text(context, words, text_style, style.padding, y, inner);
    y += text.height;
    std::move(text.lines.begin(), text.lines.end(), std::back_inserter(placed.texts));
  };
  add(callout.title, style.title);
  for (std::size_t i = 0; i < callout.lines.size(); ++i) add(callout.lines[i], line_style(style, i));
  placed.box = {{0, 0}, {width, y + style.padding}};
  return placed;
}

const map::CalloutSet* set_for(const map::Map& map, const std::string& item) {
  for (const map::CalloutSet& set : map.callouts)
    if (set.item == item && !set.callouts.empty()) return &set;
  return nullptr;
}

CalloutSide side_of(items::Callouts::Side side) {
  switch (side) {
    case items::Callouts::Side::left:
      return CalloutSide::left;
    case items::Callouts::Side::right:
      return CalloutSide::right;
    case items::Callouts::Side::top:
      return CalloutSide::top;
    case items::Callouts::Side::bottom:
      break;
  }
  return CalloutSide::bottom;
}

// A box at the left or the right as so many strips side by side; at the top or the bottom one strip, of which
// the boxes take only the height that they need.
void add_strips(const Box& box, CalloutSide side, int columns, double width, double highest, double gap,
                std::vector<CalloutStrip>& strips) {
  if (side == CalloutSide::bottom) {
    strips.push_back({side, {{box.min.x, std::max(box.min.y, box.max.y - highest)}, box.max}});
  } else if (side == CalloutSide::top) {
    strips.push_back({side, {box.min, {box.max.x, std::min(box.max.y, box.min.y + highest)}}});
  } else {
    for (int column = 0; column < columns; ++column) {
      const double left = box.min.x + column * (width + gap);
      strips.push_back({side, {{left, box.min.y}, {left + width, box.max.y}}});
    }
  }
}

// Where on the page a callout's row stands: in the frame named, or the first (in paint order) that shows it.
std::optional<Point> site_of(const Context& context, const MeasuredCallouts& measured, Point lon_lat) {
  const Crs degrees = Crs::from_text("EPSG:4326");
  for (const PageItem& item : context.map.page->items) {
    const auto frame = context.frames.find(item.name);
    if (frame == context.frames.end() || (measured.frame && *measured.frame != item.name)) continue;
    const FrameView& view = frame->second.view;
    const Crs& crs = context.map.frames[view.frame].crs;
    // A projection made for one territory can fold another into its frame.
    const Territory* territory = territory_at(lon_lat);
    const bool elsewhere = std::any_of(territories().begin(), territories().end(), [&](const Territory& one) {
      return one.crs == crs.definition() && !one.extent.contains(lon_lat);
    });
    if (elsewhere && (!territory || territory->crs != crs.definition())) continue;
    const Point at = view.to_page(Transform(degrees, crs)(lon_lat));
    if (view.shows(at)) return at;
  }
  return std::nullopt;
}

// What is printed beside the map, by its kind: boxes keep off it, and off what the callouts before them took;
// of frames they keep off insets and titles. `measure` is one of the ways to see what an item takes.
std::vector<CalloutObstacle> obstacles(const Context& context, const PageItem& self,
                                       Box (*measure)(const Context&, const PageItem&)) {
  std::vector<CalloutObstacle> obstacles;
  for (const PageItem& item : context.map.page->items) {
    const map::Obstacle obstacle = item.kind->obstacle;
    if (obstacle == map::Obstacle::all || (obstacle == map::Obstacle::hides && hides(context, item, self)))
      obstacles.push_back({measure(context, item), true});
    else if (obstacle == map::Obstacle::lines || is_inset(context, item))
      obstacles.push_back({measure(context, item), false});
  }
  for (const auto& [name, frame] : context.frames) obstacles.push_back({box_of(frame.title), false});
  for (const auto& [name, callouts] : context.callouts)
    for (const PlacedCallout& callout : callouts.callouts) obstacles.push_back({callout.box, true});
  std::erase_if(obstacles, [](const CalloutObstacle& one) { return one.box.empty(); });
  return obstacles;
}

// Places clear of what the template reserves, or of what is printed; where there are none, any, and
// report_covered() says what they lie on.
CalloutLayout placed(const Context& context, const std::vector<CalloutRequest>& requests,
                     const MeasuredCallouts& measured) {
  CalloutLayout layout;
  for (const auto measure : {reserved_box, printed_box}) {
    layout =
        place_callouts(requests, measured.strips, measured.gap, obstacles(context, *measured.of, measure));
    if (layout.unplaced.empty()) return layout;
  }
  return place_callouts(requests, measured.strips, measured.gap);
}

Point nearest_point(const Box& box, Point p) {
  return {std::clamp(p.x, box.min.x, box.max.x), std::clamp(p.y, box.min.y, box.max.y)};
}

}  // namespace

std::optional<MeasuredCallouts> measure_callouts(Context& context, const PageItem& item) {
  const auto& style = std::get<items::Callouts>(item.options);
  const map::CalloutSet* set = set_for(context.map, item.name);
  if (!set) return std::nullopt;
  MeasuredCallouts measured;
  measured.of = &item;
  measured.item = {{}, style.fill, style.stroke, style.leader, style.radius, style.ring};
  measured.frame = set->frame;
  measured.gap = style.gap;
  const double width = (item.box.width() - style.gap * (style.columns - 1)) / style.columns;
  double highest = 0;
  for (const map::Callout& callout : set->callouts) {
    measured.item.callouts.push_back(measure(context, callout, style, width));
    measured.places.push_back(callout.place);
    highest = std::max(highest, measured.item.callouts.back().box.height());
  }
  add_strips(item.box, side_of(style.side), style.columns, width, highest, style.gap, measured.strips);
  for (const items::Callouts::Place& one : style.further) {
    const int columns = static_cast<int>((one.box.width() + style.gap + 1e-6) / (width + style.gap));
    if (columns < 1)
      throw usage_error(item.where, "a place of 'also' is narrower than the callouts of '" + item.name + "'",
                        fmt::format("they are {:.1f} mm wide", width / 72 * 25.4));
    add_strips(one.box, side_of(one.side), columns, width, highest, style.gap, measured.strips);
  }
  return measured;
}

CalloutsItem place_measured_callouts(Context& context, MeasuredCallouts measured) {
  std::vector<CalloutRequest> requests;
  std::vector<std::size_t> callout_of;
  for (std::size_t i = 0; i < measured.places.size(); ++i) {
    const PlacedCallout& callout = measured.item.callouts[i];
    const auto site = site_of(context, measured, measured.places[i]);
    if (!site) {
      context.diagnostics.add(finding("callout-without-site"),
                              "a featured row is in no frame of page '" + context.map.file + "'",
                              measured.of->where, {callout.id});
      continue;
    }
    requests.push_back({callout.name, *site, callout.box.width(), callout.box.height()});
    callout_of.push_back(i);
  }
  const CalloutLayout layout = placed(context, requests, measured);
  for (const int request : layout.unplaced)
    throw usage_error(measured.of->where,
                      "the box of '" + requests[static_cast<std::size_t>(request)].id +
                          "' does not fit on page '" + context.map.file + "'",
                      "give the callouts a larger box, more columns or a smaller text style");
  CalloutsItem item = measured.item;
  item.callouts.clear();
  for (const CalloutPlace& place : layout.places) {
    PlacedCallout callout = measured.item.callouts[callout_of[static_cast<std::size_t>(place.request)]];
    const Point offset = context.moves.offset_of(callout.id);
    callout.box = moved(place.box, offset);
    move(callout.texts, callout.box.min.x, callout.box.min.y);
    callout.leader = place.leader;
    if (offset != Point{}) callout.leader.front() = nearest_point(callout.box, callout.leader.back());
    item.callouts.push_back(std::move(callout));
  }
  return item;
}

}  // namespace cartouche::layout
