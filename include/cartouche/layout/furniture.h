#pragma once
// What stands beside a map to help to read it. Lengths in points, origin top left, y down.

#include <optional>
#include <utility>
#include <vector>

#include "cartouche/layout/placed_text.h"

namespace cartouche::layout {

/// Points to true north of its frame's centre.
struct NorthArrowItem {
  Point foot, tip;
  double width = 0;  ///< at its widest
  Color color;
  std::vector<PlacedText> texts;  ///< "N" beyond the tip
};

/// Where on one frame another lies: its outline there, and lines to the frame itself.
struct LocatorItem {
  std::vector<Point> outline;  ///< closed; empty where the frames have no place in common
  std::vector<std::pair<Point, Point>> ties;
  std::optional<Color> fill;
  std::optional<symbol::Stroke> stroke;
  std::optional<symbol::Stroke> tie;
};

/// Meridians and parallels of a frame.
struct Graticule {
  std::vector<std::vector<Point>> lines;
  symbol::Stroke stroke;
  std::vector<PlacedText> labels;
};

}  // namespace cartouche::layout
