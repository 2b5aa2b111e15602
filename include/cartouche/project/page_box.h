#pragma once
// A place on the page, as style files write it.

#include <string>

#include "cartouche/geometry/point.h"
#include "cartouche/project/node.h"

namespace cartouche::project {

/// `[left, top, width, height]`, each a length, as a box in points, y down from the page's top left corner;
/// `what` names whose box it is. Throws a usage error for another number of lengths, for what is no length,
/// and for a negative width or height.
Box read_page_box(const Node& node, const std::string& what);

}  // namespace cartouche::project
