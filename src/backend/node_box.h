#pragma once
// Where on the page a group is seen.

#include "cartouche/display/display_list.h"

namespace cartouche::backend {

/// Box of a group's paths, images and lines of text (from its baseline an em up and a third of one down), in
/// points. Clips are not looked at.
Box box_of(const display::Group& group);

}  // namespace cartouche::backend
