#include "font_cache.h"

#include <cairo-ft.h>

#include "free_type.h"
#include "halo_font.h"

namespace cartouche::backend {
namespace {

const cairo_user_data_key_t kOwnerKey{};

void destroy_owner(void* owner) {
  delete static_cast<FreeTypeFace*>(owner);
}

FontFacePtr open_face(const LibraryPtr& library, const FontFace& face) {
  auto owner = std::make_unique<FreeTypeFace>(library, face);
  FontFacePtr drawn(cairo_ft_font_face_create_for_ft_face(owner->get(), FT_LOAD_NO_HINTING));
  check(cairo_font_face_status(drawn.get()), "font");
  check(cairo_font_face_set_user_data(drawn.get(), &kOwnerKey, owner.get(), destroy_owner), "font");
  owner.release();  // Cairo destroys it from here on
  return drawn;
}

}  // namespace

FontCache::FontCache() : library_(open_free_type()), options_(cairo_font_options_create()) {
  cairo_font_options_set_hint_style(options_.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options_.get(), CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options_.get(), CAIRO_ANTIALIAS_GRAY);
}

cairo_font_face_t* FontCache::face(const FontFace& face) {
  FontFacePtr& known = faces_[{face.file, face.index}];
  if (!known) known = open_face(library_, face);
  return known.get();
}

cairo_font_face_t* FontCache::halo(const FontFace& face, double width) {
  FontFacePtr& known = halos_[{face.file, face.index, width}];
  if (!known) known = make_halo_font(library_, face, width);
  return known.get();
}

}  // namespace cartouche::backend
