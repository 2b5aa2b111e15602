#pragma once
// Pixels of a display list as Cairo and SVG want them.

#include <string>

#include "cairo_handles.h"
#include "cartouche/display/display_list.h"

namespace cartouche::backend {

/// A premultiplied ARGB32 surface.
SurfacePtr image_surface(const display::Pixels& pixels);
/// A PNG file with transparency, for embedding.
std::string image_png(const display::Pixels& pixels);

}  // namespace cartouche::backend
