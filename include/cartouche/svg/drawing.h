#pragma once
// Reads the small drawings that a style takes its markers and tiles from.

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "cartouche/base/error.h"
#include "cartouche/symbol/drawing.h"

namespace cartouche::svg {

/// Reads an SVG file of paths, rectangles, circles, ellipses, lines, polylines and polygons, in groups, with
/// `transform`, `fill`, `stroke`, `stroke-width` and opacities as attributes or in `style`. The viewBox (or
/// width and height) is its size. Anything that draws, or changes what is drawn, and is not among these is a
/// usage error with its line and column, never passed over in silence. So are more than a megabyte and
/// elements nested more than 256 deep.
symbol::Drawing parse_drawing(std::string_view svg, const std::string& file_name);
/// The same, of a file; a usage error at `where` where it cannot be read.
std::shared_ptr<const symbol::Drawing> read_drawing(const std::filesystem::path& file, const Location& where);

}  // namespace cartouche::svg
