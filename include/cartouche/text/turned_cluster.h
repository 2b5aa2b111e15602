#pragma once
// Text that follows a line: each cluster of its glyphs has a place and a turn of its own.

#include <string>
#include <vector>

#include "cartouche/text/text.h"

namespace cartouche {

/// Where a cluster's origin (baseline, left) stands, in points, and how far it is turned around it, in
/// radians, clockwise as seen on the page.
struct TurnedCluster {
  double x = 0, y = 0;
  double angle = 0;
};

/// A cluster of a run, on its own: `x` is where its origin stood in the run.
struct ClusterPiece {
  std::string text;
  GlyphRun run;
  double x = 0;
};

/// The run cut into its clusters, in their order. Letter-spacing is left out of their advances.
std::vector<ClusterPiece> cluster_pieces(const std::string& text, const GlyphRun& run);

}  // namespace cartouche
