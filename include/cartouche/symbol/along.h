#pragma once
// How text is set: aligned in its box, or along a line (a river, a coast, the boundary of an area). Lengths
// in points.

#include <optional>

#include "cartouche/symbol/words.h"

namespace cartouche::symbol {

enum class Align { left, center, right };
inline constexpr std::array<Word<Align>, 3> kAligns{
    {{"left", Align::left}, {"center", Align::center}, {"right", Align::right}}};

/// On which side of a line, as it is read, letters stand; `inside` and `outside` are of an area's boundary.
enum class Side { above, on, below, inside, outside };
inline constexpr std::array<Word<Side>, 5> kSides{{{"above", Side::above},
                                                   {"on", Side::on},
                                                   {"below", Side::below},
                                                   {"inside", Side::inside},
                                                   {"outside", Side::outside}}};

struct Along {
  std::optional<Side> side;  ///< none: above a line, inside a boundary
  double offset = 1;         ///< between the line and the letters, at least; not used by `on`
  double repeat = 0;         ///< a name for each such length of the line; 0: one name
  double turn = 20;          ///< degrees: the most that a letter is turned against the one before it
  double bend = 90;          ///< degrees: the most that all turns of a name add up to
  double smooth = 0;         ///< bends of the line shorter than that are evened out; 0: twice the size
};

}  // namespace cartouche::symbol
