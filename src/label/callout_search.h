#pragma once
// Which box stands where: the search over strips and orders.

#include <vector>

#include "callout_leaders.h"

namespace cartouche::label {

struct CalloutSolution {
  std::vector<PlacedBox> boxes;
  std::vector<int> port;  ///< by box
  double cost = 0;        ///< length of all leaders and the tie-breaking share of StripAxis::cost
};

struct CalloutSearchOptions {
  double gap = 0;
  std::vector<CalloutObstacle> obstacles;
  int steps = 48;     ///< places a box can take along a strip
  int nodes = 20000;  ///< of the search over orders; a page that needs more gets the best met so far
};

/// The best solution with as many of the requests (at most 16) as possible. For each order of boxes in a
/// strip, the boxes stand where leaders from the nearest ports are shortest; among the orders whose leaders
/// can then be freed of crossings by the choice of ports, the one of least cost wins. Empty when there is
/// none.
CalloutSolution search_callouts(const std::vector<CalloutRequest>& requests,
                                const std::vector<CalloutStrip>& strips, const CalloutSearchOptions& options);

}  // namespace cartouche::label
