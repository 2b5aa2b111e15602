#pragma once
// How names follow a line: a river, a coast, the boundary of an area. Lengths in points.

#include <string>

namespace cartouche::project {

struct AlongStyle {
  /// On which side of the line, as it is read, the letters stand: above, on, below; of an area's boundary
  /// also inside, outside. "": above a line, inside a boundary.
  std::string side;
  double offset = 1;  ///< between the line and the letters, at least; not used by `on`
  double repeat = 0;  ///< a name for each such length of the line; 0: one name
  double turn = 20;   ///< degrees: the most that a letter is turned against the one before it
  double bend = 90;   ///< degrees: the most that all turns of a name add up to
  double smooth = 0;  ///< bends of the line shorter than that are evened out; 0: twice the size
};

}  // namespace cartouche::project
