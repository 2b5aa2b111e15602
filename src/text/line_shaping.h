#pragma once
// One line of text becomes glyphs. Private to the module.

#include <string>
#include <vector>

#include "cartouche/base/finding_codes.h"
#include "cartouche/text/text.h"
#include "font_book.h"

namespace cartouche::text {

/// Something the shaper noticed, kept with the cached line so that every page that uses it hears of it.
struct Note {
  const FindingCode* code;
  std::string message;
};

struct ShapedLine {
  TextLine line;
  std::vector<Note> notes;
};

/// Size of synthesised small capitals relative to the capitals, where the font has none of its own.
inline constexpr double kSmallCapsSize = 0.8;

/// Shapes `text` on one line, left to right; control characters count as spaces. TextLine::baseline is the
/// font's ascent.
ShapedLine shape_line(FontBook& fonts, const std::string& text, const FontSpec& spec);

}  // namespace cartouche::text
