#pragma once
// What the items of a template keep of the page for themselves, for whatever is placed beside them.

#include "context.h"

namespace cartouche::layout {

bool is_frame(const PageItem& item);
/// True for a frame that lies within another, on paper.
bool is_inset(const Context& context, const PageItem& item);

/// What an item prints, where it is laid out; before that the box that its template gives it. Empty for one
/// that prints nothing or has no place yet.
Box printed_box(const Context& context, const PageItem& item);
/// The template's box, and what is printed beyond it: kept free as long as something else has room.
Box reserved_box(const Context& context, const PageItem& item);

/// True where `item` would hide what `below` prints on its area: it is painted after it and filled.
bool hides(const Context& context, const PageItem& item, const PageItem& below);

/// Lines of the page as small boxes, for grids that know no lines.
std::vector<Box> pieces_of(Point from, Point to);
std::vector<Box> pieces_of(const LocatorItem& locator);

}  // namespace cartouche::layout
