#pragma once
// The words of `valign`, which texts and credits share.

#include "cartouche/map/items.h"
#include "item_reader.h"

namespace cartouche::map::items {

inline constexpr Words<Vertical, 3> kVerticals{
    {{"top", Vertical::top}, {"middle", Vertical::middle}, {"bottom", Vertical::bottom}}};

}  // namespace cartouche::map::items
