#include "text_lines.h"

#include <cmath>

namespace cartouche::backend {
namespace {

using display::Node;
using display::Text;

// Sums of shaped widths differ by rounding only; a space is a hundred times wider.
constexpr double kTouching = 0.01;

bool goes_on(const Text& left, const Text& right) {
  if (left.color != right.color || left.halo != right.halo || left.run.spacing != right.run.spacing)
    return false;
  // One name only follows a line within one group.
  if (!left.along.empty() || !right.along.empty()) return !left.along.empty() && !right.along.empty();
  const Affine& a = left.at;
  const Affine& b = right.at;
  if (a.a != b.a || a.b != b.b || a.c != b.c || a.d != b.d) return false;
  const Point expected = a({left.run.advance + left.run.spacing, 0});
  return std::abs(b.e - expected.x) < kTouching && std::abs(b.f - expected.y) < kTouching;
}

}  // namespace

std::size_t text_line_end(const std::vector<Node>& nodes, std::size_t begin) {
  const Text* last = &std::get<Text>(nodes[begin].value);
  std::size_t end = begin + 1;
  for (; end < nodes.size(); ++end) {
    const Text* next = std::get_if<Text>(&nodes[end].value);
    if (!next || !goes_on(*last, *next)) break;
    last = next;
  }
  return end;
}

}  // namespace cartouche::backend
