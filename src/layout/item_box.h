#pragma once
// What an item covers of the page, and moving it as a whole.

#include "item_kinds.h"

namespace cartouche::layout {

/// Box of what is printed; empty where nothing is.
Box box_of(const ItemValue& item);
/// Of text alone: from the capitals' top to the descenders.
Box box_of(const std::vector<PlacedText>& texts);

/// Moves an item whose place does not depend on the map: every kind but frame, callouts and locator, which
/// stay where they are.
void move(ItemValue& item, double dx, double dy);

}  // namespace cartouche::layout
