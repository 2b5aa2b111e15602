#include "glyph_outlines.h"

#include "free_type.h"
#include FT_OUTLINE_H

namespace cartouche::backend {
namespace {

/// What FreeType's decomposition adds to.
struct Builder {
  Path path;
  double em = 1;  ///< of one font unit
  Point here;

  Point at(const FT_Vector* p) const {
    return {static_cast<double>(p->x) * em, -static_cast<double>(p->y) * em};
  }
  void close() {
    if (!path.empty()) path.close();
  }
};

Builder& builder(void* context) {
  return *static_cast<Builder*>(context);
}

int move_to(const FT_Vector* to, void* context) {
  Builder& into = builder(context);
  into.close();
  into.here = into.at(to);
  into.path.move_to(into.here);
  return 0;
}

int line_to(const FT_Vector* to, void* context) {
  Builder& into = builder(context);
  into.here = into.at(to);
  into.path.line_to(into.here);
  return 0;
}

// A parabola as a cubic: its controls lie two thirds of the way to the parabola's one.
int conic_to(const FT_Vector* control, const FT_Vector* to, void* context) {
  Builder& into = builder(context);
  const Point middle = into.at(control), end = into.at(to);
  const auto toward = [&](Point from) {
    return Point{from.x + (middle.x - from.x) * 2 / 3, from.y + (middle.y - from.y) * 2 / 3};
  };
  into.path.cubic_to(toward(into.here), toward(end), end);
  into.here = end;
  return 0;
}

int cubic_to(const FT_Vector* control1, const FT_Vector* control2, const FT_Vector* to, void* context) {
  Builder& into = builder(context);
  into.here = into.at(to);
  into.path.cubic_to(into.at(control1), into.at(control2), into.here);
  return 0;
}

}  // namespace

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
  Builder into;
  into.em = 1.0 / font->units_per_EM;
  FT_Outline_Funcs funcs{move_to, line_to, conic_to, cubic_to, 0, 0};
  FT_Outline_Decompose(&font->glyph->outline, &funcs, &into);
  into.close();
  return known->second = std::move(into.path);
}

Path GlyphOutlines::of(const display::Text& text) {
  Path path;
  if (!text.run.face) return path;
  for (const Glyph& one : text.run.glyphs) {
    const Affine scaled{text.run.size, 0, 0, text.run.size, one.x, one.y};
    path.append(glyph(*text.run.face, one.id).transformed(scaled).transformed(text.at));
  }
  return path;
}

}  // namespace cartouche::backend
