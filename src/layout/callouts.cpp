#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cartouche/base/xml_name.h"
#include "cartouche/label/label.h"
#include "cartouche/project/page_box.h"
#include "context.h"
#include "option_words.h"

namespace cartouche::layout {
namespace {

struct CalloutStyle {
  const project::TextStyle* title = nullptr;
  std::vector<const project::TextStyle*> lines;
  double padding = 0;
  int columns = 1;
};

const project::TextStyle& line_style(const CalloutStyle& style, std::size_t line) {
  return *style.lines[std::min(line, style.lines.size() - 1)];
}

PlacedCallout measure(Context& context, const map::Callout& callout, const CalloutStyle& style,
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
  add(callout.title, *style.title);
  for (std::size_t i = 0; i < callout.lines.size(); ++i) add(callout.lines[i], line_style(style, i));
  placed.box = {{0, 0}, {width, y + style.padding}};
  return placed;
}

const map::CalloutSet* set_for(const map::Map& map, const std::string& item) {
  for (const map::CalloutSet& set : map.callouts)
    if (set.item == item && !set.callouts.empty()) return &set;
  return nullptr;
}

CalloutSide read_side(project::Reader& in) {
  // In the order of CalloutSide.
  const std::vector<std::string> sides{"left", "right", "top", "bottom"};
  const std::string side = read_word_or(in, "side", sides, "bottom");
  return static_cast<CalloutSide>(std::find(sides.begin(), sides.end(), side) - sides.begin());
}

bool is_flat(CalloutSide side) {
  return side == CalloutSide::top || side == CalloutSide::bottom;
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

// Further places for boxes, `also: [{ side, box }]`.
struct FurtherPlace {
  CalloutSide side;
  Box box;
};

std::vector<FurtherPlace> read_further_places(project::Reader& in) {
  std::vector<FurtherPlace> places;
  const project::Node* also = in.optional("also");
  if (!also) return places;
  for (const project::Node& node : also->items()) {
    project::Reader one(node, "'also'");
    const Box box = project::read_page_box(one.required("box"), "a place of 'also'");
    places.push_back({read_side(one), box});
    one.finish();
  }
  return places;
}

// Where on the page a callout's row stands: in the frame named, or the first (in paint order) that shows it.
std::optional<Point> site_of(const Context& context, const MeasuredCallouts& measured, Point lon_lat) {
  const Crs degrees = Crs::from_text("EPSG:4326");
  for (const project::ItemStyle* item : context.page_items()) {
    const auto frame = context.frames.find(item->name);
    if (frame == context.frames.end() || (measured.frame && *measured.frame != item->name)) continue;
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

// What is printed beside the map: leaders and boxes keep off it, but for frames.
std::vector<Box> obstacles(const Context& context) {
  const std::set<std::string> kinds{"text", "figures", "legend", "chart", "scale_bar", "credits"};
  std::vector<Box> boxes;
  for (const project::ItemStyle* item : context.page_items())
    if (kinds.contains(item->kind) && context.prints(*item))
      boxes.push_back({{item->left, item->top}, {item->left + item->width, item->top + item->height}});
  return boxes;
}

Point nearest_point(const Box& box, Point p) {
  return {std::clamp(p.x, box.min.x, box.max.x), std::clamp(p.y, box.min.y, box.max.y)};
}

}  // namespace

std::optional<MeasuredCallouts> measure_callouts(Context& context, const project::ItemStyle& item) {
  project::Reader in(item.options, "callouts '" + item.name + "'");
  MeasuredCallouts measured;
  CalloutStyle style;
  style.title = &context.text_style(in.text("title"));
  for (const project::LocatedText& name : in.required("lines").texts())
    style.lines.push_back(&context.text_style(name));
  if (style.lines.empty()) style.lines.push_back(style.title);
  style.padding = read_length_or(in, "padding", 4);
  measured.gap = read_length_or(in, "gap", 8);
  const CalloutSide side = read_side(in);
  style.columns = in.integer_or("columns", is_flat(side) ? 2 : 1);
  const std::vector<FurtherPlace> further = read_further_places(in);
  measured.item.fill = read_color(in, "fill", context.style());
  measured.item.stroke = read_stroke(in, "stroke", context.style());
  measured.item.leader = read_stroke(in, "leader", context.style());
  measured.item.radius = read_length_or(in, "radius", 0);
  measured.item.ring = read_length_or(in, "ring", 0);
  in.finish();
  if (style.columns < 1) throw usage_error(item.where, "'columns' must be 1 or more");
  const map::CalloutSet* set = set_for(context.map, item.name);
  if (!set) return std::nullopt;
  measured.frame = set->frame;
  measured.where = item.where;
  const double width = (item.width - measured.gap * (style.columns - 1)) / style.columns;
  double highest = 0;
  for (const map::Callout& callout : set->callouts) {
    measured.item.callouts.push_back(measure(context, callout, style, width));
    measured.places.push_back(callout.place);
    highest = std::max(highest, measured.item.callouts.back().box.height());
  }
  const Box box{{item.left, item.top}, {item.left + item.width, item.top + item.height}};
  add_strips(box, side, style.columns, width, highest, measured.gap, measured.strips);
  for (const FurtherPlace& one : further) {
    const int columns = static_cast<int>((one.box.width() + measured.gap + 1e-6) / (width + measured.gap));
    if (columns < 1)
      throw usage_error(item.where, "a place of 'also' is narrower than the callouts of '" + item.name + "'",
                        fmt::format("they are {:.1f} mm wide", width / 72 * 25.4));
    add_strips(one.box, one.side, columns, width, highest, measured.gap, measured.strips);
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
      context.diagnostics.add(Severity::problem, "callout-without-site",
                              "a featured row is in no frame of page '" + context.map.file + "'",
                              measured.where, {callout.id});
      continue;
    }
    requests.push_back({callout.name, *site, callout.box.width(), callout.box.height()});
    callout_of.push_back(i);
  }
  const CalloutLayout layout = place_callouts(requests, measured.strips, measured.gap, obstacles(context));
  for (const int request : layout.unplaced)
    throw usage_error(measured.where,
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
