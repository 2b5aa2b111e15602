#pragma once

#include <optional>
#include <string>

#include "cartouche/base/color.h"
#include "cartouche/geometry/point.h"
#include "cartouche/symbol/stroke.h"
#include "cartouche/text/text.h"
#include "cartouche/text/turned_cluster.h"

namespace cartouche::layout {

/// One run of text with its place: baseline, left.
struct PlacedText {
  std::string text;
  GlyphRun run;
  Point at;
  Color color;
  std::optional<symbol::Stroke> halo;     ///< width = how far it reaches beyond the glyphs
  double angle = 0;                       ///< radians, clockwise around `at`
  std::vector<TurnedCluster> along = {};  ///< by cluster of the run; empty: straight from `at`
};

}  // namespace cartouche::layout
