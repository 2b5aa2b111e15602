#include "halo_font.h"

#include <cmath>
#include <type_traits>

#include "cairo_path.h"
#include "free_type.h"
#include "outline_path.h"
#include FT_GLYPH_H
#include FT_STROKER_H

namespace cartouche::backend {
namespace {

// Outlines are grown at this many units an em, in FreeType's 1/64 of a unit.
constexpr unsigned kUnitsPerEm = 1024;
constexpr double kEm = 1.0 / (64.0 * kUnitsPerEm);

struct StrokerDone {
  void operator()(FT_Stroker stroker) const { FT_Stroker_Done(stroker); }
};
using StrokerPtr = std::unique_ptr<std::remove_pointer_t<FT_Stroker>, StrokerDone>;

struct GlyphDone {
  void operator()(FT_Glyph glyph) const { FT_Done_Glyph(glyph); }
};
using GlyphPtr = std::unique_ptr<std::remove_pointer_t<FT_Glyph>, GlyphDone>;

/// What a halo font draws. The stroker goes before the face, and the face before the library.
struct HaloSource {
  FreeTypeFace face;
  StrokerPtr stroker;

  HaloSource(const LibraryPtr& library, const FontFace& from, double width) : face(library, from) {
    FT_Stroker made = nullptr;
    if (FT_Stroker_New(library.get(), &made) != 0 || FT_Set_Pixel_Sizes(face.get(), 0, kUnitsPerEm) != 0)
      throw data_error({}, "no halo can be made from the font file '" + from.file + "'");
    stroker.reset(made);
    FT_Stroker_Set(made, std::lround(width / 2 / kEm), FT_STROKER_LINECAP_ROUND, FT_STROKER_LINEJOIN_ROUND,
                   0);
  }
};

const cairo_user_data_key_t kSourceKey{};

void destroy_source(void* source) {
  delete static_cast<HaloSource*>(source);
}

// Called by Cairo in em space. A glyph that cannot be grown (a bitmap) has no halo.
cairo_status_t draw_halo(cairo_scaled_font_t* font, unsigned long index, cairo_t* context,
                         cairo_text_extents_t*) {
  const auto* source = static_cast<const HaloSource*>(
      cairo_font_face_get_user_data(cairo_scaled_font_get_font_face(font), &kSourceKey));
  FT_Face face = source->face.get();
  if (FT_Load_Glyph(face, static_cast<FT_UInt>(index), FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) != 0)
    return CAIRO_STATUS_SUCCESS;
  FT_Glyph loaded = nullptr;
  if (FT_Get_Glyph(face->glyph, &loaded) != 0) return CAIRO_STATUS_SUCCESS;
  // The outer border alone: it holds the letter's inside too, and never crosses itself there.
  if (FT_Glyph_StrokeBorder(&loaded, source->stroker.get(), 0, 1) != 0) {
    FT_Done_Glyph(loaded);
    return CAIRO_STATUS_SUCCESS;
  }
  const GlyphPtr glyph(loaded);
  if (glyph->format != FT_GLYPH_FORMAT_OUTLINE) return CAIRO_STATUS_SUCCESS;
  set_path(context, path_of(reinterpret_cast<FT_OutlineGlyph>(glyph.get())->outline, kEm));
  cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING);
  cairo_fill(context);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

FontFacePtr make_halo_font(const LibraryPtr& library, const FontFace& face, double width) {
  FontFacePtr halo(cairo_user_font_face_create());
  check(cairo_font_face_status(halo.get()), "font");
  cairo_user_font_face_set_render_glyph_func(halo.get(), draw_halo);
  auto source = std::make_unique<HaloSource>(library, face, width);
  check(cairo_font_face_set_user_data(halo.get(), &kSourceKey, source.get(), destroy_source), "font");
  source.release();  // Cairo destroys it from here on
  return halo;
}

}  // namespace cartouche::backend
