#pragma once
// Shapes that follow one another over one path: a colour, a pattern on it, a line around both.

#include <cstddef>
#include <vector>

#include "cartouche/display/display_list.h"

namespace cartouche::backend {

/// First node after the shapes over the path of the shape at `begin`.
std::size_t same_path_end(const std::vector<display::Node>& nodes, std::size_t begin);

/// The fewest shapes that look like those of nodes begin … end, which have one path, without that path: what
/// is only stroked joins what is only filled under it.
std::vector<display::Shape> paints(const std::vector<display::Node>& nodes, std::size_t begin,
                                   std::size_t end);

}  // namespace cartouche::backend
