#pragma once
// Class breaks over numbers. Classes are [b0, b1], (b1, b2], … (bn-1, bn]: closed above, the first closed on
// both sides; legends say so.
//
//   const std::vector<double> breaks = class_breaks(values, "jenks", 5, where);
//   const std::vector<Color> colors = palette("YlGnBu", breaks.size() - 1, where);
//   const int k = class_of(value, breaks);      // colors[k], or -1

#include <span>
#include <string>
#include <vector>

#include "cartouche/base/color.h"
#include "cartouche/base/error.h"

namespace cartouche {

/// Limits b0 … bn of at most `classes` classes (fewer where values tie). Values that are not finite are left
/// out; no values: empty. b0 is the least value and bn the greatest; limits ascend, but b0 == b1 where the
/// first class holds one value only, as among many zeros. Methods:
///   equal     classes equally wide (some may be empty)
///   quantile  classes with about as many values each; limits are values that occur
///   stddev    limits a whole number of standard deviations from the mean, or halfway between where `classes`
///             is odd, so that the mean lies in the middle of a class
///   pretty    round limits (1, 2 or 5 times a power of ten) that cover all values: b0 and bn are round too.
///             After Heckbert, Nice numbers for graph labels, Graphics Gems, 1990
///   headtail  the mean parts the values, then the mean of those above it, and so on, while those are the
///             fewer (40 % at most): for a few great values among many small. Jiang, The Professional
///             Geographer 65(3), 2013
///   jenks     natural breaks, least squared distances to the class means: exact Fisher-Jenks by dynamic
///             programming (Wang & Song, The R Journal 3(2), 2011); limits are values that occur
/// Throws a usage error at `where` for another method, naming the nearest, or for classes < 1.
std::vector<double> class_breaks(std::span<const double> values, const std::string& method, int classes,
                                 const Location& where);
/// Class of a value, or -1 where it is NaN or outside.
int class_of(double value, std::span<const double> breaks);
/// Names of the methods, for messages.
std::vector<std::string> class_methods();

/// `count` colours of a named palette: ColorBrewer's sequential, diverging and qualitative schemes by their
/// names there, or viridis, cividis, magma, inferno or plasma; from low to high. Counts that ColorBrewer has
/// no scheme for are interpolated, but a qualitative palette gives its first colours, and asking for more
/// than it has is a usage error. So is an unknown name: the error says the nearest.
std::vector<Color> palette(const std::string& name, int count, const Location& where);
std::vector<std::string> palette_names();

struct PaletteInfo {
  std::string name;
  std::string kind;  ///< sequential, diverging, qualitative
  /// How many classes are told apart by people with the common colour vision deficiencies; 0: none for sure.
  /// Of ColorBrewer as its authors say; of the continuous ones as theirs do.
  int safe_classes = 0;
  int most_classes = 0;  ///< as drawn by its authors; further ones are interpolated
};
/// All palettes in a fixed order.
std::vector<PaletteInfo> palettes();

}  // namespace cartouche
