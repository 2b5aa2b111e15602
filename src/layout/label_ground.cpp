#include "label_ground.h"

#include <algorithm>
#include <limits>

#include "item_place.h"

namespace cartouche::layout {
namespace {

// Points. Fine enough for dots of three points, coarse enough to be asked a million times.
constexpr double kCell = 1;
// Names keep that far from dots and boxes, points.
constexpr double kClear = 0.6;
// Names keep that far from the frame's edge, points.
constexpr double kFromEdge = 3;
// Costs in the unit of place(): a name under a leader is hardly read, one over a border is.
constexpr double kCostLeader = 55;
constexpr double kCostBorders = 9;  // all of it over borders
constexpr double kCostAbroad = 10;  // all of it outside the area that the frame is fitted to

void mark_dots(const Context& context, const FrameView& view, CellSums& dots) {
  for (const LayerView& layer : view.layers) {
    const auto* points = std::get_if<map::PointLayer>(&context.map.layers[layer.layer]);
    if (!points) continue;
    for (std::size_t i = 0; i < layer.selected.size(); ++i) {
      const Point at = layer.shapes.points()[i];
      dots.mark_box(Box{at, at}.expanded(points->size_of(layer.selected[i]) / 2 + kClear));
    }
  }
}

// What is painted after the frame covers it, but for the lines of a locator, which mark a part of the map.
void close_items(const Context& context, const FrameView& view, CellSums& closed) {
  const std::string& name = context.map.frames[view.frame].name;
  bool after = false;
  for (const PageItem& item : context.map.page->items) {
    const bool has_box = item.kind->boxes != map::ItemBoxes::none;
    if (after && has_box && !std::holds_alternative<items::Callouts>(item.options)) {
      const Box box = reserved_box(context, item);
      if (!box.empty() && box.intersects(view.box)) closed.mark_box(box.expanded(kClear));
    }
    if (item.name == name) after = true;
  }
}

void mark_callouts(const Context& context, CellSums& closed, CellSums& leaders) {
  for (const auto& [item, callouts] : context.callouts)
    for (const PlacedCallout& callout : callouts.callouts) {
      closed.mark_box(callout.box.expanded(kClear));
      for (std::size_t i = 1; i < callout.leader.size(); ++i)
        leaders.mark_line(callout.leader[i - 1], callout.leader[i]);
      if (callouts.ring > 0 && !callout.leader.empty())
        closed.mark_box(Box{callout.leader.back(), callout.leader.back()}.expanded(callouts.ring + kClear));
    }
}

void mark_borders(const Context& context, const FrameView& view, CellSums& borders) {
  for (const LayerView& layer : view.layers) {
    if (!std::holds_alternative<map::BorderLayer>(context.map.layers[layer.layer])) continue;
    for (std::size_t r = 0; r < layer.shapes.ring_count(); ++r) {
      const auto line = layer.shapes.ring(static_cast<map::Index>(r));
      for (std::size_t i = 1; i < line.size(); ++i) borders.mark_line(line[i - 1], line[i]);
    }
  }
}

void mark_home(const Context& context, const FrameView& view, CellSums& home) {
  const map::Frame& frame = context.map.frames[view.frame];
  if (!frame.area) return home.mark_box(view.box);
  GeometryArray area = *frame.area;
  for (Point& p : area.mutable_points()) p = view.to_page(p);
  for (std::size_t i = 0; i < area.size(); ++i) home.mark_polygon(area, i);
}

}  // namespace

LabelGround label_ground(const Context& context, const FrameView& view) {
  const CellSums none(view.box, kCell);
  LabelGround ground{none, none, none, none, none, view.box.expanded(-kFromEdge)};
  mark_dots(context, view, ground.dots);
  close_items(context, view, ground.closed);
  if (view.round)
    ground.closed.mark_outside_circle(view.box.center(),
                                      std::min(view.box.width(), view.box.height()) / 2 - kClear);
  mark_callouts(context, ground.closed, ground.leaders);
  mark_borders(context, view, ground.borders);
  mark_home(context, view, ground.home);
  for (CellSums* sums : {&ground.dots, &ground.closed, &ground.leaders, &ground.borders, &ground.home})
    sums->sum();
  return ground;
}

double LabelGround::cost(const Box& ink) const {
  if (dots.count(ink) > 0) return std::numeric_limits<double>::infinity();
  return cost_beside_dots(ink);
}

double LabelGround::cost_beside_dots(const Box& ink) const {
  if (!frame.contains(ink) || closed.count(ink) > 0) return std::numeric_limits<double>::infinity();
  return (leaders.count(ink) > 0 ? kCostLeader : 0) + kCostBorders * borders.share(ink) +
         kCostAbroad * (1 - home.share(ink));
}

bool LabelGround::meets(Point from, Point to) const {
  return dots.meets(from, to) || closed.meets(from, to) || leaders.meets(from, to);
}

}  // namespace cartouche::layout
