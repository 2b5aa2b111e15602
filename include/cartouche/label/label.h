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
  double cost = 0;  ///< 0 = best position; in the unit of LabelRequest::priority
  /// What is covered of the box: the letters of a name that follows a line. Empty: all of it.
  std::vector<Box> parts = {};
};

struct LabelRequest {
  std::string id;
  double priority = 100;  ///< greater wins: the gain of placing it
  std::vector<LabelCandidate> candidates;
};

/// Something a label should keep clear of: weight < 0 = must not be overlapped, else the cost for each label
/// that overlaps it. Touching edges do not overlap; `gap` does not count here.
struct LabelObstacle {
  Box box;
  double weight = -1;
};

struct PlacementOptions {
  double gap = 1;  ///< points kept free between labels
  Box page;        ///< labels stay inside; empty = no limit
  std::uint64_t seed = 1;
  int iterations = 20000;  ///< of local search, at most, per component too large to solve exactly
  int exact_size = 12;     ///< components of at most so many labels are solved exactly (branch and bound),
                           ///< unless that takes more than 20 000 search nodes
};

struct Placement {
  static constexpr int kUnplaced = -1;
  std::vector<int> chosen;  ///< candidate index by request, or kUnplaced
};

/// Chooses at most one candidate a request so that no two boxes (or their parts) overlap or come nearer than
/// the gap, to maximise the sum over the placed of priority - cost - obstacles overlapped. A place worth
/// nothing (0 or less) is not taken, nor one with a coordinate that is not finite. Depends on its arguments
/// alone. On the random instances of Christensen, Marks, Shieber (ACM Transactions on Graphics 14(3), 1995;
/// 1000 points) it places 99 % of the optimum or more.
Placement place(const std::vector<LabelRequest>& requests, const std::vector<LabelObstacle>& obstacles,
                const PlacementOptions& options);

/// Eight boxes around a point in cartographic order NE, NW, SE, SW, E, W, N, S (Imhof, "Positioning names on
/// maps", The American Cartographer 2(2), 1975), at `distance` from the edge of its round symbol and never
/// over the symbol's own box. The cost is the rank, 0 … 7.
std::vector<LabelCandidate> point_candidates(Point at, double symbol_radius, double width, double height,
                                             double distance);

// Callouts: boxes in columns or rows at the sides of the map, tied to their dots by straight leaders that do
// not cross.

struct CalloutRequest {
  std::string id;
  Point site;  ///< the dot
  double width = 0, height = 0;
};

enum class CalloutSide : std::uint8_t { left, right, top, bottom };

/// A strip along one side of the map where boxes may stand, in one column or row, flush with the edge that
/// faces the map. Its dots lie beyond that edge. Strips should not overlap; where they do, their boxes still
/// never do.
struct CalloutStrip {
  CalloutSide side;
  Box box;
};

/// What is printed beside the map. No box stands on it; a leader may cross it where it is no more than a
/// line.
struct CalloutObstacle {
  Box box;
  bool stops_leaders = true;
};

struct CalloutPlace {
  int request = 0;
  int strip = 0;
  Box box;
  std::vector<Point> leader;  ///< from the box's edge to the site
};

struct CalloutLayout {
  std::vector<CalloutPlace> places;  ///< in the order of the requests
  std::vector<int> unplaced;         ///< requests that cannot be placed with the others, ascending
};

/// Boundary labelling with straight leaders. Guarantees: boxes stay in their strips, at least `gap` apart,
/// and cover no site; leaders meet no box and no other leader, except at a site that both share. As many
/// requests as possible are placed (n ≤ 12), and among the orders of boxes over the strips that have
/// crossing-free leaders, the one of least total leader length is taken, boxes standing at the 1/48 of the
/// strip's length where their order's leaders are shortest, and beside their dot when that costs nothing.
/// More than 12 requests, or a page that defies the search, get a crossing-free construction without that
/// optimum. Boxes and leaders also keep off the `obstacles` (a legend, figures), but a leader may leave one
/// that holds its own site, and cross one that stops no leaders. On the problem: Bekos, Kaufmann, Symvonis,
/// Wolff, Computational Geometry 36, 2007; Benkert, Haverkort, Kroll, Nöllenburg, JGAA 13(3), 2009.
CalloutLayout place_callouts(const std::vector<CalloutRequest>& requests,
                             const std::vector<CalloutStrip>& strips, double gap,
                             const std::vector<CalloutObstacle>& obstacles = {});

}  // namespace cartouche
