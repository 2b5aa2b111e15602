#pragma once
// sRGB colours, 8 bits a channel.

#include <cstdint>
#include <string>
#include <string_view>

#include "cartouche/base/error.h"

namespace cartouche {

struct Color {
  std::uint8_t r = 0, g = 0, b = 0, a = 255;
  bool operator==(const Color&) const = default;
};

/// Reads "#rgb", "#rrggbb", "#rrggbbaa" or "none" (transparent); throws a usage error at `where` for anything
/// else.
Color parse_color(std::string_view text, const Location& where);
/// "#rrggbb", or "#rrggbbaa" where it is not opaque.
std::string to_string(Color color);
/// Linear mix in sRGB: t=0 gives a, t=1 gives b.
Color mix(Color a, Color b, double t);
/// WCAG 2.2 contrast ratio of two opaque colours, 1 to 21.
double contrast_ratio(Color a, Color b);

}  // namespace cartouche
