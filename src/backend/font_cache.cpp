#include "font_cache.h"

#include <cairo-ft.h>
#include <fmt/format.h>

namespace cartouche::backend {
namespace {

/// A FreeType face and the library it came from, destroyed with Cairo's last reference to the font.
struct FaceOwner {
  std::shared_ptr<FT_LibraryRec_> library;
  FT_Face face = nullptr;

  FaceOwner(std::shared_ptr<FT_LibraryRec_> from, FT_Face one) : library(std::move(from)), face(one) {}
  FaceOwner(const FaceOwner&) = delete;
  FaceOwner& operator=(const FaceOwner&) = delete;
  ~FaceOwner() { FT_Done_Face(face); }
};

void destroy_owner(void* owner) {
  delete static_cast<FaceOwner*>(owner);
}

const cairo_user_data_key_t kOwnerKey{};

std::shared_ptr<FT_LibraryRec_> open_library() {
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) != 0) throw data_error({}, "FreeType cannot be started");
  return {library, [](FT_Library one) { FT_Done_FreeType(one); }};
}

FontFacePtr open_face(const std::shared_ptr<FT_LibraryRec_>& library, const FontFace& face) {
  FT_Face opened = nullptr;
  if (FT_New_Face(library.get(), face.file.c_str(), face.index, &opened) != 0)
    throw data_error({}, fmt::format("the font file '{}' cannot be read", face.file));
  auto owner = std::make_unique<FaceOwner>(library, opened);
  FontFacePtr drawn(cairo_ft_font_face_create_for_ft_face(opened, FT_LOAD_NO_HINTING));
  check(cairo_font_face_status(drawn.get()), "font");
  check(cairo_font_face_set_user_data(drawn.get(), &kOwnerKey, owner.get(), destroy_owner), "font");
  owner.release();  // Cairo destroys it from here on
  return drawn;
}

}  // namespace

FontCache::FontCache() : library_(open_library()), options_(cairo_font_options_create()) {
  cairo_font_options_set_hint_style(options_.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options_.get(), CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options_.get(), CAIRO_ANTIALIAS_GRAY);
}

cairo_font_face_t* FontCache::face(const FontFace& face) {
  FontFacePtr& known = faces_[{face.file, face.index}];
  if (!known) known = open_face(library_, face);
  return known.get();
}

}  // namespace cartouche::backend
