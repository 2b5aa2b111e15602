#include "item_place.h"

#include <algorithm>

#include "item_box.h"

namespace cartouche::layout {
namespace {

Box template_box(const Context& context, const PageItem& item) {
  if (item.place) return {};
  const auto* locator = std::get_if<items::Locator>(&item.options);
  return locator ? locator_place(context, *locator) : item.box;
}

const ItemValue* laid_out(const Context& context, const PageItem& item) {
  const auto laid = context.laid.find(item.name);
  return laid == context.laid.end() ? nullptr : &laid->second.value;
}

}  // namespace

bool is_frame(const PageItem& item) {
  return std::holds_alternative<items::Frame>(item.options);
}

bool is_inset(const Context& context, const PageItem& item) {
  if (!is_frame(item)) return false;
  if (item.place) return context.frames.contains(item.name);
  const auto& all = context.map.page->items;
  const Box box = template_box(context, item);
  return std::any_of(all.begin(), all.end(), [&](const PageItem& other) {
    return is_frame(other) && &other != &item && !other.place && template_box(context, other).contains(box);
  });
}

Box printed_box(const Context& context, const PageItem& item) {
  const auto frame = context.frames.find(item.name);
  if (frame != context.frames.end()) return frame->second.view.box;
  if (!map::prints(context.map, item)) return {};
  const ItemValue* laid = laid_out(context, item);
  return laid ? box_of(*laid) : template_box(context, item);
}

Box reserved_box(const Context& context, const PageItem& item) {
  Box box = printed_box(context, item);
  if (!box.empty() && !context.frames.contains(item.name)) box.extend(template_box(context, item));
  return box;
}

bool hides(const Context& context, const PageItem& item, const PageItem& below) {
  const ItemValue* laid = laid_out(context, item);
  const auto* panel = laid ? std::get_if<PanelItem>(laid) : nullptr;
  return panel && panel->fill && &item > &below;  // the template's items stand in paint order
}

std::vector<Box> pieces_of(Point from, Point to) {
  constexpr int kPieces = 64;
  std::vector<Box> pieces;
  for (int piece = 0; piece <= kPieces; ++piece) {
    const double t = static_cast<double>(piece) / kPieces;
    const Point p{from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)};
    pieces.push_back({p, p});
  }
  return pieces;
}

std::vector<Box> pieces_of(const LocatorItem& locator) {
  std::vector<Box> pieces;
  for (const Point p : locator.outline) pieces.push_back({p, p});
  for (const auto& [from, to] : locator.ties)
    for (const Box& piece : pieces_of(from, to)) pieces.push_back(piece);
  return pieces;
}

}  // namespace cartouche::layout
