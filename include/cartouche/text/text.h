#pragma once
// Fonts, shaping, measuring, line breaking, by Pango and HarfBuzz. Lengths in points, y down. Text is shaped
// once; every backend draws the same glyphs.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "cartouche/base/diagnostics.h"

namespace cartouche {

/// A font as asked for.
struct FontSpec {
  std::vector<std::string> families;  ///< first choice first
  double size = 9;                    ///< points
  int weight = 400;                   ///< 100 … 900
  bool italic = false;
  bool small_caps = false;
  double spacing = 0;  ///< letter-spacing, points
  /// Weight of what stands between "**" and "**"; 0: such signs are text like any other.
  int strong = 0;
  bool operator==(const FontSpec&) const = default;
};

/// The font file that was found.
struct FontFace {
  std::string file;
  int index = 0;
  std::string family;  ///< as found: "Lato"
  int weight = 400;
  bool italic = false;
  auto operator<=>(const FontFace&) const = default;
};

struct Glyph {
  std::uint32_t id = 0;
  double x = 0, y = 0;  ///< offset of its origin from the run's origin (baseline, left), points
};

/// Which bytes of the string a range of glyphs stands for, so that a PDF's text can be searched. As
/// cairo_text_cluster_t.
struct GlyphCluster {
  int bytes = 0;
  int glyphs = 0;
};

/// Shaped text of one font: one string, one face, one size.
struct GlyphRun {
  std::shared_ptr<const FontFace> face;
  double size = 0;
  std::vector<std::string> families;  ///< as asked, for the SVG font stack
  /// The font's own small capitals were used. Where it has none, lower-case letters are set as capitals of
  /// 0.8 times the size, in runs of their own whose text is in capitals: nothing is left for a viewer to do.
  bool small_caps = false;
  double spacing = 0;  ///< letter-spacing, points; in the glyphs' positions already, none after the last
  double advance = 0;  ///< width, points
  std::vector<Glyph> glyphs;
  std::vector<GlyphCluster> clusters;
};

/// A piece of a line in one font; x from the line's left.
struct TextRun {
  std::string text;
  GlyphRun run;
  double x = 0;
};

struct TextLine {
  std::vector<TextRun> runs;
  double width = 0;
  double baseline = 0;  ///< from the block's top, points
};

/// Broken and measured text. Lines are set from x = 0; alignment is left to layout.
struct TextBlock {
  std::vector<TextLine> lines;
  double width = 0;                ///< of the widest line
  double height = 0;               ///< lines × leading
  double ascent = 0, descent = 0;  ///< of the font
};

/// A shaper; own one per thread. Deterministic: hinting off, metrics unrounded.
class Shaper {
 public:
  Shaper();
  ~Shaper();
  Shaper(Shaper&&) noexcept;
  Shaper& operator=(Shaper&&) noexcept;

  /// One line, left to right; control characters count as spaces, invalid bytes as U+FFFD. The line's
  /// baseline is the font's ascent. Characters the font lacks come from another, in a run of their own, and
  /// are noted
  /// ("missing-glyph"). A family that is not installed is passed over, and noted once per page in
  /// `diagnostics`
  /// ("font-fallback") with what is used instead.
  TextLine line(const std::string& utf8, const FontSpec& font, Diagnostics& diagnostics);
  /// Broken at spaces (and after hyphens) so that lines are at most max_width wide where words allow; "\n"
  /// always breaks, a run of spaces counts as one, U+00A0 and U+202F never break. max_width <= 0: no
  /// breaking. `leading` = line height / font size.
  TextBlock block(const std::string& utf8, const FontSpec& font, double max_width, double leading,
                  Diagnostics& diagnostics);
  /// The break into exactly at most `max_lines` lines with the least width of the widest line (for labels);
  /// fewer lines where words are few or more do not help. A text with "\n" keeps its own lines.
  TextBlock balanced(const std::string& utf8, const FontSpec& font, int max_lines, double leading,
                     Diagnostics& diagnostics);

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace cartouche
