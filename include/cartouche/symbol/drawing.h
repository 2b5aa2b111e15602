#pragma once
// A small drawing that markers and tiles are taken from: shapes in points, origin top left, y down.

#include <optional>
#include <vector>

#include "cartouche/base/color.h"
#include "cartouche/geometry/path.h"

namespace cartouche::symbol {

/// What paints a shape of a drawing: a colour of its own, or the symbol's ("currentColor").
struct DrawingPaint {
  std::optional<Color> color;  ///< none: the symbol's
  double opacity = 1;
};

struct DrawingShape {
  Path path;
  std::optional<DrawingPaint> fill;
  std::optional<DrawingPaint> stroke;
  double stroke_width = 1;
};

struct Drawing {
  double width = 0, height = 0;
  std::vector<DrawingShape> shapes;
};

}  // namespace cartouche::symbol
