#pragma once
// A font whose glyphs are the halos of another's. Cairo keeps each glyph once it is drawn, and PDF embeds
// each once, so halos cost no more than letters.

#include <memory>

#include "cairo_handles.h"
#include "cartouche/text/text.h"

struct FT_LibraryRec_;

namespace cartouche::backend {

/// Every glyph of `face` grown by half of `width` (ems) with round corners. Glyphs are filled outlines, never
/// strokes: a PDF viewer paints a Type 3 glyph in the colour of fills.
FontFacePtr make_halo_font(const std::shared_ptr<FT_LibraryRec_>& library, const FontFace& face,
                           double width);

}  // namespace cartouche::backend
