#include "cartouche/edit/changes.h"

#include <cmath>

namespace cartouche::edit {
namespace {

bool differ(const Affine& a, const Affine& b) {
  constexpr double kTurned = 1e-3;  // a millimetre in a metre
  const auto apart = [](double x, double y) { return std::abs(x - y) > kTurned; };
  return apart(a.a, b.a) || apart(a.b, b.b) || apart(a.c, b.c) || apart(a.d, b.d);
}

}  // namespace

Changes changes_of(const svg::EditedPage& made, const svg::EditedPage& edited,
                   const std::vector<std::string>& ids, double tolerance) {
  Changes changes;
  for (const std::string& id : ids) {
    const auto before = made.things.find(id), after = edited.things.find(id);
    if (before == made.things.end()) continue;
    if (after == edited.things.end()) {
      changes.gone.push_back(id);
      continue;
    }
    const Point by{after->second.at.x - before->second.at.x, after->second.at.y - before->second.at.y};
    if (std::hypot(by.x, by.y) > tolerance) changes.moved.push_back({id, by});
    if (differ(before->second.turned, after->second.turned)) changes.turned.push_back(id);
    if (before->second.words != after->second.words) changes.reworded.push_back(id);
  }
  return changes;
}

}  // namespace cartouche::edit
