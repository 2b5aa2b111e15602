#pragma once
// Owners of Cairo's handles, and the one place where its errors become ours. Private to the module.

#include <cairo.h>

#include <memory>

#include "cartouche/base/error.h"

namespace cartouche::backend {

struct CairoDestroy {
  void operator()(cairo_t* context) const { cairo_destroy(context); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_font_face_t* face) const { cairo_font_face_destroy(face); }
  void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
  void operator()(cairo_pattern_t* pattern) const { cairo_pattern_destroy(pattern); }
  void operator()(cairo_path_t* path) const { cairo_path_destroy(path); }
};
using ContextPtr = std::unique_ptr<cairo_t, CairoDestroy>;
using SurfacePtr = std::unique_ptr<cairo_surface_t, CairoDestroy>;
using PatternPtr = std::unique_ptr<cairo_pattern_t, CairoDestroy>;
using FontFacePtr = std::unique_ptr<cairo_font_face_t, CairoDestroy>;
using FontOptionsPtr = std::unique_ptr<cairo_font_options_t, CairoDestroy>;

/// Throws a data error that says what was being drawn, unless `status` is success.
inline void check(cairo_status_t status, const char* what) {
  if (status != CAIRO_STATUS_SUCCESS)
    throw data_error({}, std::string(what) + ": " + cairo_status_to_string(status));
}

}  // namespace cartouche::backend
