#pragma once
// Outlines as SVG writes them. Private to the module.

#include <optional>
#include <string_view>

#include "cartouche/geometry/path.h"

namespace cartouche::svg {

/// The "d" of a path (SVG 1.1, 8.3); nothing where it cannot be read.
std::optional<Path> parse_path_data(std::string_view data);
/// Where path data begin, whatever follows: the first pair, absolute for "m" and "M" alike.
std::optional<Point> path_start(std::string_view data);

}  // namespace cartouche::svg
