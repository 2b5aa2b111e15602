#pragma once
// The texts of a page as a reader meets them.

#include <string>
#include <vector>

#include "cartouche/display/display_list.h"

namespace cartouche::review {

/// One run of text on the page.
struct PrintedText {
  std::string string;
  std::string owner;  ///< id of the label, callout or item it belongs to
  bool label = false;
  Box box;                 ///< of its ink, about: from the capitals' height to the descenders
  std::vector<Box> parts;  ///< of the letters of a name that follows a line; else the box alone
  double size = 0;         ///< points, as printed
  double contrast = 21;    ///< the least along the text
  bool cut = false;        ///< reaches beyond the page or a clip around it
  bool covered = false;    ///< something opaque is painted over its middle
};

/// All texts with something to see, in paint order.
std::vector<PrintedText> printed_texts(const display::DisplayList& list);

}  // namespace cartouche::review
