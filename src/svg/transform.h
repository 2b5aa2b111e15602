#pragma once

#include <optional>
#include <string_view>

#include "cartouche/geometry/path.h"

namespace cartouche::svg {

/// The value of a `transform` attribute (SVG 1.1, 7.6): "translate(1 2) rotate(45)", the last of the list
/// applied first. The identity where it is empty; nothing where it cannot be read.
std::optional<Affine> parse_transform(std::string_view text);

}  // namespace cartouche::svg
