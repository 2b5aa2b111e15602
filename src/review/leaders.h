#pragma once
// Leaders of callouts: which cross, and which run through words.

#include <string>
#include <vector>

#include "cartouche/layout/page.h"

namespace cartouche::review {

struct Leader {
  std::string id;
  std::vector<Point> points;
};

/// Those of all items of the page, with two points or more.
std::vector<Leader> leaders_of(const layout::Page& page);
/// True where the two share a point that is not an end of both (two leaders may end at one dot).
bool cross(const Leader& a, const Leader& b);
/// True where some part of the leader lies inside the box.
bool runs_through(const Leader& leader, const Box& box);

}  // namespace cartouche::review
