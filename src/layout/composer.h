#pragma once
// Items with `box: auto`: each takes, in the template's order, the emptiest place that satisfies its
// constraints. Frames find theirs before the names, which keep clear of them; all others when every name has
// its place and every item with a box of its own is laid out. A place on a name, a dot or a leader is taken
// only where there is no other, and report_covered() says so.

#include "item_place.h"

namespace cartouche::layout {

/// Lay out what is placed freely: into Context::frames, and into Context::laid. A usage error where the area
/// of an item has no room left.
void compose_frames(Context& context);
void compose_items(Context& context);

}  // namespace cartouche::layout
