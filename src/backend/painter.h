#pragma once
// A display list drawn with Cairo, the same way on an image and on a PDF page.

#include "cairo_handles.h"
#include "cartouche/display/display_list.h"
#include "font_cache.h"
#include "pdf_segments.h"

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

/// The paper alone.
void paint_background(cairo_t* context, const display::DisplayList& page);
/// Part of a page, with the text that its glyphs stand for.
void paint_segment(cairo_t* context, const PdfSegment& segment, FontCache& fonts);

}  // namespace cartouche::backend
