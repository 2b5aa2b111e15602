#pragma once
// A line as it is drawn. Lengths in points.

#include <vector>

#include "cartouche/base/color.h"
#include "cartouche/symbol/words.h"

namespace cartouche::symbol {

enum class Cap { butt, round, square };
enum class Join { miter, round, bevel };

/// The words of SVG.
inline constexpr std::array<Word<Cap>, 3> kCaps{
    {{"butt", Cap::butt}, {"round", Cap::round}, {"square", Cap::square}}};
inline constexpr std::array<Word<Join>, 3> kJoins{
    {{"miter", Join::miter}, {"round", Join::round}, {"bevel", Join::bevel}}};

struct Stroke {
  Color color;
  double width = 0.5;
  std::vector<double> dash;  ///< empty = solid
  Cap cap = Cap::round;
  Join join = Join::round;
  bool operator==(const Stroke&) const = default;
};

}  // namespace cartouche::symbol
