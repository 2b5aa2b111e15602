#pragma once
// Coordinates as people write them.

#include <optional>
#include <string_view>

#include "cartouche/geometry/point.h"

namespace cartouche::source_internal {

/// Degrees, minutes and seconds: 48°51'24,5"N, 2° 21′ O, N 48°51. A degree sign or a letter of the compass
/// (N, S, E, W, and O for Ouest) must be there; S, W and O are negative. None for anything else.
std::optional<double> parse_degrees(std::string_view text);

/// Two numbers in one text, in its order: "48.85, 2.35", "48,85 2,35", "(2.35; 48.85)", each also in degrees,
/// minutes and seconds. None for anything else.
std::optional<Point> parse_pair(std::string_view text);

}  // namespace cartouche::source_internal
