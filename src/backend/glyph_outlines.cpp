#include "glyph_outlines.h"

#include "free_type.h"
#include "outline_path.h"

namespace cartouche::backend {
GlyphOutlines::GlyphOutlines() : library_(open_free_type()) {}
GlyphOutlines::~GlyphOutlines() = default;

const Path& GlyphOutlines::glyph(const FontFace& face, std::uint32_t id) {
  const auto [known, added] = glyphs_.try_emplace({face.file, face.index, id});
  if (!added) return known->second;
  std::unique_ptr<FreeTypeFace>& opened = faces_[{face.file, face.index}];
  if (!opened) opened = std::make_unique<FreeTypeFace>(library_, face);
  FT_Face font = opened->get();
  if (font->units_per_EM == 0 || FT_Load_Glyph(font, id, FT_LOAD_NO_SCALE) != 0 ||
      font->glyph->format != FT_GLYPH_FORMAT_OUTLINE)
    return known->second;
  return known->second = path_of(font->glyph->outline, 1.0 / font->units_per_EM);
}

Path GlyphOutlines::of(const display::Text& text) {
  Path path;
  if (!text.run.face) return path;
  for (const display::Text& each : display::straight_texts(text))
    for (const Glyph& one : each.run.glyphs) {
      const Affine scaled{each.run.size, 0, 0, each.run.size, one.x, one.y};
      path.append(glyph(*each.run.face, one.id).transformed(scaled).transformed(each.at));
    }
  return path;
}

}  // namespace cartouche::backend
