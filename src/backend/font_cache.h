#pragma once
// Font files as Cairo draws them. One cache a file written: FreeType's faces are not shared between threads.

#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>

#include "cairo_handles.h"
#include "cartouche/text/text.h"

struct FT_LibraryRec_;

namespace cartouche::backend {

class FontCache {
 public:
  FontCache();
  /// The face of a file; throws a data error naming the file where it cannot be read.
  cairo_font_face_t* face(const FontFace& face);
  /// The halos of a face's glyphs; `width` of the whole halo in ems (halo_font.h).
  cairo_font_face_t* halo(const FontFace& face, double width);
  /// No hinting, grey antialiasing: the same outline at every resolution.
  const cairo_font_options_t* options() const { return options_.get(); }

 private:
  std::shared_ptr<FT_LibraryRec_> library_;  ///< kept by every face: Cairo may hold one longer than we do
  FontOptionsPtr options_;
  std::map<std::pair<std::string, int>, FontFacePtr> faces_;
  std::map<std::tuple<std::string, int, double>, FontFacePtr> halos_;
};

}  // namespace cartouche::backend
