#pragma once

#include <string_view>

#include "cartouche/geometry/point.h"

namespace cartouche::edit {

/// The value of a `transform` attribute (SVG 1.1, section 7.6): its functions, applied from right to left.
/// What cannot be read counts as the identity, as in a viewer.
Affine read_transform(std::string_view text);

/// The first number of a list of lengths in user units ("12.5", "12.5px 14"), 0 where there is none.
double read_length(std::string_view text);

}  // namespace cartouche::edit
