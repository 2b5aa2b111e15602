#pragma once

#include <optional>
#include <string>

#include "cartouche/project/style.h"
#include "cartouche/text/text.h"

namespace cartouche::layout {

/// One run of text with its place: baseline, left.
struct PlacedText {
  std::string text;
  GlyphRun run;
  Point at;
  Color color;
  std::optional<project::StrokeStyle> halo;  ///< width = how far it reaches beyond the glyphs
  double angle = 0;                          ///< radians, clockwise around `at`
};

}  // namespace cartouche::layout
