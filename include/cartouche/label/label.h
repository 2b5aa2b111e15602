#pragma once
// Placement of labels and callouts in page boxes (points, y down). Knows nothing of text, layers or maps.

#include <cstdint>
#include <string>
#include <vector>

#include "cartouche/geometry/point.h"

namespace cartouche {

/// One place where one label could go.
struct LabelCandidate {
  Box box;
  double cost = 0;  ///< 0 = best position; less is better
};

struct LabelRequest {
  std::string id;
  double priority = 0;  ///< greater wins: the gain of placing it
  std::vector<LabelCandidate> candidates;
};

/// Something a label should keep clear of: weight < 0 = must not touch, else cost per touching label.
struct LabelObstacle {
  Box box;
  double weight = -1;
};

struct PlacementOptions {
  double gap = 1;  ///< points kept free between labels
  Box page;        ///< labels stay inside
  std::uint64_t seed = 1;
  int iterations = 20000;  ///< of local search per component too large to solve exactly
  int exact_size = 12;     ///< components of at most so many labels are solved exactly (branch and bound)
};

struct Placement {
  static constexpr int kUnplaced = -1;
  std::vector<int> chosen;  ///< candidate index by request, or kUnplaced
};

/// Chooses at most one candidate a request so that no two boxes overlap, maximising placed priority minus
/// cost. Deterministic.
Placement place(const std::vector<LabelRequest>& requests, const std::vector<LabelObstacle>& obstacles,
                const PlacementOptions& options);

/// Eight boxes around a point in cartographic order NE, NW, SE, SW, E, W, N, S (Imhof 1975), at `distance`
/// from its symbol's edge.
std::vector<LabelCandidate> point_candidates(Point at, double symbol_radius, double width, double height,
                                             double distance);

// Callouts: boxes in columns or rows at the sides of the map, tied to their dots by leaders that do not
// cross.

struct CalloutRequest {
  std::string id;
  Point site;  ///< the dot
  double width = 0, height = 0;
};

enum class CalloutSide : std::uint8_t { left, right, top, bottom };

/// A strip along one side of the map where boxes may stand.
struct CalloutStrip {
  CalloutSide side;
  Box box;
};

struct CalloutPlace {
  int request = 0;
  int strip = 0;
  Box box;
  std::vector<Point> leader;  ///< from the box's edge to the site
};

struct CalloutLayout {
  std::vector<CalloutPlace> places;
  std::vector<int> unplaced;  ///< requests that do not fit in any strip
};

/// Boundary labelling with po/straight leaders: least total leader length among the crossing-free solutions
/// over the strips (n ≤ 12), boxes stacked in order with at least `gap` between them. Bekos, Kaufmann,
/// Symvonis, Wolff, Computational Geometry 36, 2007; Benkert, Haverkort, Kroll, Nöllenburg, JGAA 13(3), 2009.
CalloutLayout place_callouts(const std::vector<CalloutRequest>& requests,
                             const std::vector<CalloutStrip>& strips, double gap);

}  // namespace cartouche
