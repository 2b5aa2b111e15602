#pragma once
// A drawing that came back from a person: where its labels and callouts stand now. Reads the SVG that the
// program writes, and what Inkscape makes of it: transforms on any element, other coordinates, groups in
// groups.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cartouche/geometry/point.h"

namespace cartouche::edit {

/// An element with an id.
struct Thing {
  Point at;  ///< of its first line of text, of its first outline where it has none; user units of the page
  Affine turned;      ///< what its transforms make of directions and lengths; no translation
  std::string words;  ///< of its texts, white space as single spaces
};

struct Drawing {
  double width = 0, height = 0;         ///< of the viewBox
  std::map<std::string, Thing> things;  ///< by id; elements that draw nothing are left out
};

/// Throws a data error at `file` (with the line where there is one): no XML, no SVG, no viewBox. Entities and
/// document types are not followed.
Drawing read_drawing(std::string_view svg, const std::string& file);

struct Moved {
  std::string id;
  Point by;  ///< points, y down
};

/// What was done to the things of `ids`, by comparing with the drawing as the program makes it.
struct Changes {
  std::vector<Moved> moved;           ///< by more than the tolerance
  std::vector<std::string> gone;      ///< no longer there
  std::vector<std::string> turned;    ///< rotated or scaled: only the place can be kept
  std::vector<std::string> reworded;  ///< with other words
};
Changes changes_of(const Drawing& made, const Drawing& edited, const std::vector<std::string>& ids,
                   double tolerance);

}  // namespace cartouche::edit
