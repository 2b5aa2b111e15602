#pragma once
// What an item covers of the page, and moving it as a whole.

#include "context.h"

namespace cartouche::layout {

/// Box of what is printed; empty where nothing is.
Box box_of(const ItemValue& item);
/// Of text alone: from the capitals' top to the descenders.
Box box_of(const std::vector<PlacedText>& texts);
/// The parts that a placed name covers: all of its box, or that of each letter where it follows a line.
std::vector<Box> boxes_of(const PlacedLabel& name);

/// Moves an item with everything that it holds. Not for frames, which are laid out where they stand: a
/// std::logic_error.
void move(ItemValue& item, double dx, double dy);
void move(LegendItem& item, double dx, double dy);

}  // namespace cartouche::layout
