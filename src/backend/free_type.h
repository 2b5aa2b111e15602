#pragma once
// Owners of FreeType's handles. Private to the module.

#include <ft2build.h>

#include <memory>

#include "cartouche/text/text.h"
#include FT_FREETYPE_H

namespace cartouche::backend {

using LibraryPtr = std::shared_ptr<FT_LibraryRec_>;

LibraryPtr open_free_type();

/// A face that keeps its library alive.
class FreeTypeFace {
 public:
  /// Throws a data error naming the file where it cannot be read.
  FreeTypeFace(LibraryPtr library, const FontFace& face);
  ~FreeTypeFace() { FT_Done_Face(face_); }
  FreeTypeFace(const FreeTypeFace&) = delete;
  FreeTypeFace& operator=(const FreeTypeFace&) = delete;

  FT_Face get() const { return face_; }

 private:
  LibraryPtr library_;
  FT_Face face_ = nullptr;
};

}  // namespace cartouche::backend
