#pragma once
// Where straight leaders meet each other and boxes. Touching counts as meeting.

#include "cartouche/geometry/point.h"

namespace cartouche::label {

struct Segment {
  Point from, to;
};

bool meet(const Segment& a, const Segment& b);
bool meet(const Segment& a, const Box& box);

}  // namespace cartouche::label
