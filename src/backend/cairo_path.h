#pragma once

#include <cairo.h>

#include "cartouche/geometry/path.h"

namespace cartouche::backend {

/// Makes `path` the context's path, in the place of the one it has.
void set_path(cairo_t* context, const Path& path);

}  // namespace cartouche::backend
