#pragma once

#include "cartouche/geometry/path.h"

namespace cartouche::svg {

/// Adds an elliptical arc as cubic curves: SVG 1.1, appendix F.6. `degrees` turns the ellipse's axes.
void append_arc(Path& path, Point from, double rx, double ry, double degrees, bool large, bool sweep,
                Point to);

}  // namespace cartouche::svg
