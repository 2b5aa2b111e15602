#pragma once
// A page that came back from a person: where its labels and callouts stand now. Reads the SVG that the
// program writes, and what Inkscape makes of it: transforms on any element, other coordinates, groups in
// groups.

#include <map>
#include <string>
#include <string_view>

#include "cartouche/geometry/path.h"

namespace cartouche::svg {

/// An element with an id.
struct Thing {
  Point at;  ///< of its first line of text, of its first outline where it has none; user units of the page
  Affine turned;      ///< what its transforms make of directions and lengths; no translation
  std::string words;  ///< of its texts, white space as single spaces
};

struct EditedPage {
  double width = 0, height = 0;         ///< of the viewBox
  std::map<std::string, Thing> things;  ///< by id; elements that draw nothing are left out
};

/// Throws a data error in `file` (with line and column where there are): no XML, no SVG, no viewBox, a
/// transform or a place that cannot be read, elements nested more than 256 deep. Entities and document types
/// are not followed.
EditedPage read_edited_page(std::string_view svg, const std::string& file);

}  // namespace cartouche::svg
