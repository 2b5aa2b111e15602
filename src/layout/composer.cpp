#include "composer.h"

#include <algorithm>

#include "free_space.h"
#include "item_box.h"
#include "page_marks.h"

namespace cartouche::layout {
namespace {

// What a thing weighs that an item could cover. A page's subject (the area its frame shows) and the layers of
// its legend count as much as names; dots more, as one covered is one lost; other land little, so that open
// water is taken before it.
constexpr double kDot = 20;
constexpr double kName = 8;
constexpr double kSubject = 4;
constexpr double kOtherLand = 0.5;
// Points: fine enough that a place is found to a millimetre.
constexpr double kCell = 2.5;
// Points: boxes that share no more than an edge do not lie on one another.
constexpr double kTouching = 0.01;

Box area_of(const Context& context, const map::AutoPlace& place) {
  if (place.frame) return context.view_of(*place.frame).box;
  return place.within.value_or(Box{{0, 0}, {context.map.page->width, context.map.page->height}});
}

// The polygons a frame is about, on the page.
GeometryArray subject(const map::Frame& frame, const FrameView& view) {
  GeometryArray area = *frame.area;
  for (Point& p : area.mutable_points()) p = view.to_page(p);
  return area;
}

double weight_of(Mark mark) {
  return mark == Mark::name ? kName : kDot;
}

void weigh_ground(SpaceMap& space, const Context& context, const FrameView& view) {
  for (const LayerView& layer : view.layers)
    if (std::holds_alternative<map::PolygonLayer>(context.map.layers[layer.layer]))
      space.add(layer.shapes, map::in_legend(context.map, layer.layer) ? kSubject : kOtherLand);
  if (context.map.frames[view.frame].area) space.add(subject(context.map.frames[view.frame], view), kSubject);
}

// What covering each part of the area would cost.
SpaceMap weigh(const Context& context, const Box& area, const std::vector<PageMark>& marks) {
  SpaceMap space(area, kCell);
  for (const auto& [name, frame] : context.frames) weigh_ground(space, context, frame.view);
  for (const PageMark& mark : marks) space.add(mark.box, weight_of(mark.mark));
  space.finish();
  return space;
}

SpaceMap closed_by(const Box& area, const std::vector<PageMark>& marks) {
  SpaceMap space(area, kCell);
  for (const PageMark& mark : marks) space.add(mark.box, 1);
  space.finish();
  return space;
}

// Boxes that an item may not be composed over. Of the frames only insets, which lie within another. Before
// the rows are final, what a template gives an item counts; then what it prints.
std::vector<Box> boxes_beside(const Context& context, const PageItem& self) {
  std::vector<Box> boxes;
  for (const PageItem& item : context.map.page->items) {
    if (&item == &self) continue;
    const map::Obstacle obstacle = item.kind->obstacle;
    const bool hidden = obstacle == map::Obstacle::hides && hides(context, item, self);
    // A locator's few lines are marks, not a box.
    if (obstacle == map::Obstacle::all ||
        (obstacle == map::Obstacle::lines && item.kind->boxes != map::ItemBoxes::none))
      boxes.push_back(is_frame(self) ? reserved_box(context, item) : printed_box(context, item));
    else if (hidden)
      boxes.push_back(printed_box(context, item).expanded(-kTouching));
    else if (is_inset(context, item))
      boxes.push_back(context.frames.at(item.name).view.box);
  }
  for (const auto& [name, frame] : context.frames) boxes.push_back(box_of(frame.title));
  for (const auto& [name, callouts] : context.callouts)
    for (const PlacedCallout& callout : callouts.callouts) boxes.push_back(callout.box);
  std::erase_if(boxes, [](const Box& box) { return box.empty(); });
  return boxes;
}

// The emptiest place for what takes `used` of the page.
Box find_place(const Context& context, const PageItem& item, const Box& used) {
  const map::AutoPlace& wish = *item.place;
  const Box area = area_of(context, wish);
  // What is kept free around the item is free of the area's edge too.
  const SpaceRequest request{used.width(), used.height(), area.expanded(-wish.clear), wish.preferred,
                             wish.clear};
  const std::vector<PageMark> marks = page_marks(context);
  const SpaceMap weights = weigh(context, area, marks), closed = closed_by(area, marks);
  const std::vector<Box> taken = boxes_beside(context, item);
  auto box = emptiest_place(weights, taken, request, &closed);
  if (!box) box = emptiest_place(weights, taken, request);
  if (box) return *box;
  throw usage_error(item.where, "item '" + item.name + "' finds no place on page '" + context.map.file + "'",
                    "give it a smaller 'size' or a larger 'within', or a box of its own");
}

}  // namespace

void compose_frames(Context& context) {
  for (const PageItem& item : context.map.page->items) {
    if (!item.place || !is_frame(item)) continue;
    PageItem placed = item;
    placed.box = find_place(context, item, item.box);
    context.frames.emplace(item.name, lay_out_frame(context, placed));
  }
}

void compose_items(Context& context) {
  for (const PageItem& item : context.map.page->items) {
    if (!item.place || is_frame(item)) continue;
    LaidItem laid = lay_out_item(context, item);
    const Box used = box_of(laid.value);
    if (!used.empty()) {
      const Box box = find_place(context, item, used);
      move(laid.value, box.min.x - used.min.x, box.min.y - used.min.y);
    }
    context.laid.emplace(item.name, std::move(laid));
  }
}

}  // namespace cartouche::layout
