#include "segments.h"

#include <algorithm>

namespace cartouche::label {
namespace {

// Sign of the turn a → b → c: 1 left, -1 right, 0 straight on.
int turn(Point a, Point b, Point c) {
  const double left = (b.x - a.x) * (c.y - a.y), right = (b.y - a.y) * (c.x - a.x);
  return left > right ? 1 : left < right ? -1 : 0;
}

// For a point known to be on the segment's line.
bool within(const Segment& s, Point p) {
  return std::min(s.from.x, s.to.x) <= p.x && p.x <= std::max(s.from.x, s.to.x) &&
         std::min(s.from.y, s.to.y) <= p.y && p.y <= std::max(s.from.y, s.to.y);
}

}  // namespace

bool meet(const Segment& a, const Segment& b) {
  const int b_from = turn(a.from, a.to, b.from), b_to = turn(a.from, a.to, b.to);
  const int a_from = turn(b.from, b.to, a.from), a_to = turn(b.from, b.to, a.to);
  if (b_from * b_to < 0 && a_from * a_to < 0) return true;
  return (b_from == 0 && within(a, b.from)) || (b_to == 0 && within(a, b.to)) ||
         (a_from == 0 && within(b, a.from)) || (a_to == 0 && within(b, a.to));
}

bool meet(const Segment& a, const Box& box) {
  if (box.contains(a.from) || box.contains(a.to)) return true;
  // A segment with both ends outside that meets the box crosses one of its diagonals.
  return meet(a, Segment{box.min, box.max}) ||
         meet(a, Segment{{box.min.x, box.max.y}, {box.max.x, box.min.y}});
}

}  // namespace cartouche::label
