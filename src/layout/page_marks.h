#pragma once
// The small things of a page that nothing should lie on: dots, names, leaders. As boxes, points.

#include <string>
#include <vector>

#include "context.h"

namespace cartouche::layout {

enum class Mark { dot, name, line };

struct PageMark {
  Mark mark = Mark::dot;
  Box box;
  std::string frame;  ///< the item that shows it; "" for lines of callouts
  std::string id;     ///< of a name or of a dot's row; "" for lines
};

/// Everything that stands on the page by now.
std::vector<PageMark> page_marks(const Context& context);

}  // namespace cartouche::layout
