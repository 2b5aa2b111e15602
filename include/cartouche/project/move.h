#pragma once
// Labels and callouts that the user moves by hand.

#include <vector>

#include "cartouche/project/node.h"

namespace cartouche::project {

/// From where a label or callout would stand, points, y down.
struct Move {
  LocatedText id;  ///< the id that it has in the drawing (SVG): "carte-nom-territoires-ti-8401"
  double dx = 0, dy = 0;
};

/// The moves of one page, named by its file.
struct PageMoves {
  LocatedText file;
  std::vector<Move> moves;
};

}  // namespace cartouche::project
