#include "leaders.h"

#include <algorithm>

namespace cartouche::review {
namespace {

double side(Point a, Point b, Point p) {
  return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

bool between(Point a, Point b, Point p) {
  return p.x >= std::min(a.x, b.x) && p.x <= std::max(a.x, b.x) && p.y >= std::min(a.y, b.y) &&
         p.y <= std::max(a.y, b.y);
}

bool segments_meet(Point a, Point b, Point c, Point d) {
  const double c_side = side(a, b, c), d_side = side(a, b, d), a_side = side(c, d, a), b_side = side(c, d, b);
  if (((c_side > 0) != (d_side > 0)) && ((a_side > 0) != (b_side > 0)) && c_side != 0 && d_side != 0 &&
      a_side != 0 && b_side != 0)
    return true;
  return (c_side == 0 && between(a, b, c)) || (d_side == 0 && between(a, b, d)) ||
         (a_side == 0 && between(c, d, a)) || (b_side == 0 && between(c, d, b));
}

}  // namespace

std::vector<Leader> leaders_of(const layout::Page& page) {
  std::vector<Leader> leaders;
  for (const layout::Item& item : page.items)
    if (const auto* callouts = std::get_if<layout::CalloutsItem>(&item.value))
      for (const layout::PlacedCallout& callout : callouts->callouts)
        if (callout.leader.size() > 1) leaders.push_back({callout.id, callout.leader});
  return leaders;
}

bool cross(const Leader& a, const Leader& b) {
  // Two featured projects of one commune share their dot.
  if (a.points.back() == b.points.back()) return false;
  for (std::size_t i = 1; i < a.points.size(); ++i)
    for (std::size_t j = 1; j < b.points.size(); ++j)
      if (segments_meet(a.points[i - 1], a.points[i], b.points[j - 1], b.points[j])) return true;
  return false;
}

// Liang and Barsky, ACM TOG 3(1), 1984: the part of a segment inside a box.
bool runs_through(const Leader& leader, const Box& box) {
  for (std::size_t i = 1; i < leader.points.size(); ++i) {
    const Point a = leader.points[i - 1], b = leader.points[i];
    double from = 0, to = 1;
    const auto cut = [&](double step, double low, double high) {
      if (step == 0) return low < 0 && high > 0;
      from = std::max(from, std::min(low / step, high / step));
      to = std::min(to, std::max(low / step, high / step));
      return true;
    };
    if (cut(b.x - a.x, box.min.x - a.x, box.max.x - a.x) &&
        cut(b.y - a.y, box.min.y - a.y, box.max.y - a.y) && from < to)
      return true;
  }
  return false;
}

}  // namespace cartouche::review
