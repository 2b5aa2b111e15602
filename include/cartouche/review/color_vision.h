#pragma once
// How colours look to readers with a colour-vision deficiency, and how far apart two colours are.

#include <array>

#include "cartouche/base/color.h"

namespace cartouche::review {

enum class Vision { full, protanopia, deuteranopia, tritanopia };
inline constexpr std::array kVisions{Vision::full, Vision::protanopia, Vision::deuteranopia,
                                     Vision::tritanopia};
const char* vision_name(Vision vision);

/// The colour as such a reader sees it: the matrices of Machado, Oliveira, Fernandes, "A
/// physiologically-based model for simulation of color vision deficiency", IEEE TVCG 15(6), 2009, at severity
/// 1, in linear RGB.
Color seen_by(Color color, Vision vision);

/// ΔE*ab of CIE 1976 between two opaque sRGB colours (white point D65).
double color_distance(Color a, Color b);

}  // namespace cartouche::review
