#pragma once
// A small drawing that a style takes its markers and tiles from: shapes in points, origin top left, y down.

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cartouche/base/color.h"
#include "cartouche/geometry/path.h"

namespace cartouche::project {

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

/// Reads an SVG file of paths, rectangles, circles, ellipses, lines, polylines and polygons, in groups, with
/// `transform`, `fill`, `stroke`, `stroke-width` and opacities as attributes or in `style`. The viewBox (or
/// width and height) is its size. Anything that draws and is not among these is a usage error with its line
/// and column, never passed over in silence.
Drawing parse_drawing(std::string_view svg, const std::string& file_name);
/// The same, of a file; a usage error at `where` where it cannot be read.
std::shared_ptr<const Drawing> read_drawing(const std::filesystem::path& file, const Location& where);

/// A tile that ships with the program, by name; null for another name. All paint in the symbol's colour.
std::shared_ptr<const Drawing> built_in_tile(const std::string& name);
std::vector<std::string> built_in_tile_names();

}  // namespace cartouche::project
