#include "covered.h"

#include <algorithm>
#include <set>

#include "cartouche/base/finding_codes.h"
#include "item_box.h"
#include "item_place.h"
#include "page_marks.h"

namespace cartouche::layout {
namespace {

// Points: what shares less of the page only touches.
constexpr double kTouching = 0.1;

bool covers(const Box& box, const Box& other) {
  return !other.empty() && std::min(box.max.x, other.max.x) - std::max(box.min.x, other.min.x) > kTouching &&
         std::min(box.max.y, other.max.y) - std::max(box.min.y, other.min.y) > kTouching;
}

// Something placed freely.
struct Placed {
  const PageItem* style;
  std::string name;  // as a reader of findings knows it
  Box box;
};

std::vector<Placed> placed_freely(const Context& context) {
  std::vector<Placed> all;
  for (const PageItem& item : context.map.page->items) {
    if (item.place) all.push_back({&item, item.name, printed_box(context, item)});
    if (const auto callouts = context.callouts.find(item.name); callouts != context.callouts.end())
      for (const PlacedCallout& one : callouts->second.callouts) all.push_back({&item, one.name, one.box});
  }
  std::erase_if(all, [](const Placed& one) { return one.box.empty(); });
  return all;
}

bool covers_item(const Context& context, const Placed& placed, const PageItem& item) {
  if (&item == placed.style) return false;
  const auto frame = context.frames.find(item.name);
  if (frame != context.frames.end())
    return covers(placed.box, box_of(frame->second.title)) ||
           (is_inset(context, item) && !item.place && covers(placed.box, frame->second.view.box));
  const auto laid = context.laid.find(item.name);
  if (laid == context.laid.end() || item.place) return false;  // those keep clear of one another
  if (const auto* locator = std::get_if<LocatorItem>(&laid->second.value)) {
    const std::vector<Box> pieces = pieces_of(*locator);
    return std::any_of(pieces.begin(), pieces.end(),
                       [&](const Box& piece) { return placed.box.expanded(-kTouching).contains(piece); });
  }
  const map::Obstacle obstacle = item.kind->obstacle;
  return (obstacle == map::Obstacle::all || obstacle == map::Obstacle::lines ||
          (obstacle == map::Obstacle::hides && hides(context, item, *placed.style))) &&
         covers(placed.box, printed_box(context, item));
}

void report(Context& context, const Placed& placed, const std::string& what,
            const std::set<std::string>& ids) {
  context.diagnostics.add(cartouche::finding("item-covers"),
                          "'" + placed.name + "' lies on " + what + " on page '" + context.map.file + "'",
                          placed.style->where, {ids.begin(), ids.end()});
}

std::string counted(std::size_t count, const std::string& one) {
  return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
}

// Names and dots under a composed item. Names come after frames and callouts, and keep clear of them.
void report_marks(Context& context, const Placed& placed, const std::vector<PageMark>& marks) {
  std::set<std::string> names, dots;
  for (const PageMark& mark : marks) {
    if (mark.frame == placed.style->name || !covers(placed.box, mark.box)) continue;
    if (mark.mark == Mark::dot) dots.insert(mark.id);
    if (mark.mark == Mark::name && !is_frame(*placed.style)) names.insert(mark.id);
  }
  if (!names.empty()) report(context, placed, counted(names.size(), "name"), names);
  if (!dots.empty()) report(context, placed, counted(dots.size(), "point"), dots);
}

}  // namespace

void report_covered(Context& context) {
  const std::vector<Placed> all = placed_freely(context);
  if (all.empty()) return;
  const std::vector<PageMark> marks = page_marks(context);
  for (const Placed& placed : all) {
    for (const PageItem& item : context.map.page->items)
      if (covers_item(context, placed, item))
        report(context, placed, std::string(item.kind->word) + " '" + item.name + "'", {item.name});
    if (placed.style->place) report_marks(context, placed, marks);
  }
}

}  // namespace cartouche::layout
