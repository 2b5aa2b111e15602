#pragma once
// A laid-out page becomes a display list: one file per layer kind and per kind of item. Decides nothing about
// places.

#include "cartouche/display/display_list.h"
#include "cartouche/layout/page.h"

namespace cartouche {

display::DisplayList draw(const layout::Page& page);

}  // namespace cartouche
