#pragma once
// Hatches and dots as geometry, anchored at the page's origin, so that a pattern stays lines and dots in
// every format and neighbours' patterns meet.

#include <vector>

#include "cartouche/display/display_list.h"

namespace cartouche::backend {

struct Segment {
  Point from, to;
};

/// The centre lines of a hatch that cross `box`, as docs/display-list.md places them.
std::vector<Segment> hatch_lines(const display::Hatch& hatch, const Box& box);
/// The centres of the dots whose circle touches `box`.
std::vector<Point> dot_centers(const display::Dots& dots, const Box& box);

/// From a tile's cell to the page, one for each cell that touches `box`.
std::vector<Affine> tile_cells(const display::Tile& tile, const Box& box);

}  // namespace cartouche::backend
