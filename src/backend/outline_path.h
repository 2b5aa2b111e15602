#pragma once
// FreeType's outlines as paths.

#include <ft2build.h>

#include "cartouche/geometry/path.h"
#include FT_FREETYPE_H

namespace cartouche::backend {

/// Every contour closed, in ems with y down; `em` is one of the outline's units in ems. Parabolas become
/// cubics.
Path path_of(FT_Outline& outline, double em);

}  // namespace cartouche::backend
