#pragma once
// Letters as paths, for files that must not depend on fonts.

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>

#include "cartouche/display/display_list.h"

struct FT_LibraryRec_;

namespace cartouche::backend {

class FreeTypeFace;

/// Outlines of glyphs, unhinted, each read once. One a file written: FreeType's faces are not shared between
/// threads.
class GlyphOutlines {
 public:
  GlyphOutlines();
  ~GlyphOutlines();

  /// The run's glyphs where `text` stands on the page, to be filled by the nonzero rule: the contours of one
  /// glyph may overlap. Empty for spaces and for glyphs that are no outlines (bitmaps). Throws a data error
  /// naming the font file where it cannot be read.
  Path of(const display::Text& text);

 private:
  const Path& glyph(const FontFace& face, std::uint32_t id);

  std::shared_ptr<FT_LibraryRec_> library_;
  std::map<std::pair<std::string, int>, std::unique_ptr<FreeTypeFace>> faces_;
  std::map<std::tuple<std::string, int, std::uint32_t>, Path> glyphs_;  ///< in ems, y down
};

}  // namespace cartouche::backend
