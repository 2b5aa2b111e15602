#pragma once
// What names meet on a frame: things they must not cover, things they had better not cover, and the area
// that the frame is fitted to.

#include "cell_sums.h"
#include "context.h"

namespace cartouche::layout {

struct LabelGround {
  CellSums dots;
  CellSums closed;   ///< boxes painted over the frame, what lies outside a round frame
  CellSums leaders;  ///< of callouts
  CellSums borders;  ///< lines of the map
  CellSums home;     ///< the area that the frame is fitted to; all of it where that is not given by polygons
  Box frame;

  /// What covering the ground here costs; infinite where a name must not stand.
  double cost(const Box& ink) const;
  /// The same for a name that belongs to a dot: it keeps clear of dots by their exact boxes.
  double cost_beside_dots(const Box& ink) const;
  /// True where a line meets a dot, a box or a leader.
  bool meets(Point from, Point to) const;
};

LabelGround label_ground(const Context& context, const FrameView& view);

}  // namespace cartouche::layout
