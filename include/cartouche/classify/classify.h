#pragma once
// Class breaks over numbers. Classes are [b0, b1], (b1, b2], … (bn-1, bn]: closed above, the first closed on
// both sides; legends say so.

#include <span>
#include <string>
#include <vector>

#include "cartouche/base/color.h"
#include "cartouche/base/error.h"

namespace cartouche {

/// Limits b0 … bn of at most `classes` classes (fewer where values tie). NaN values are left out; no values:
/// empty. Methods: equal, quantile, jenks (exact Fisher-Jenks by dynamic programming: Wang & Song, The R
/// Journal 3(2), 2011).
std::vector<double> class_breaks(std::span<const double> values, const std::string& method, int classes,
                                 const Location& where);
/// Class of a value, or -1 where it is NaN or outside.
int class_of(double value, std::span<const double> breaks);
/// Names of the methods, for messages.
std::vector<std::string> class_methods();

/// `count` colours of a named palette (ColorBrewer sequential/diverging/qualitative, viridis), interpolated
/// where needed; usage error with nearest name.
std::vector<Color> palette(const std::string& name, int count, const Location& where);
std::vector<std::string> palette_names();

}  // namespace cartouche
