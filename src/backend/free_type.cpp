#include "free_type.h"

#include <fmt/format.h>

#include <utility>

#include "cartouche/base/error.h"

namespace cartouche::backend {

LibraryPtr open_free_type() {
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) != 0) throw data_error({}, "FreeType cannot be started");
  return {library, [](FT_Library one) { FT_Done_FreeType(one); }};
}

FreeTypeFace::FreeTypeFace(LibraryPtr library, const FontFace& face) : library_(std::move(library)) {
  if (FT_New_Face(library_.get(), face.file.c_str(), face.index, &face_) != 0)
    throw data_error({}, fmt::format("the font file '{}' cannot be read", face.file));
}

}  // namespace cartouche::backend
