#pragma once
// A display list drawn with Cairo, the same way on an image and on a PDF page.

#include "cairo_handles.h"
#include "cartouche/display/display_list.h"
#include "font_cache.h"

namespace cartouche::backend {

/// How glyphs reach the surface.
enum class GlyphMode {
  glyphs,    ///< from the font's glyph cache, placed on whole pixels: fast, for fine images
  outlines,  ///< filled outlines, placed exactly: for coarse images, where half a pixel shows
  text,      ///< glyphs with the text they stand for: for PDF
};

/// Draws `page` in the context's units, which must be points with y down. Roles, ids and data are passed
/// over.
void paint(cairo_t* context, const display::DisplayList& page, FontCache& fonts, GlyphMode mode);

}  // namespace cartouche::backend
