#pragma once
// Labels and callouts that the project moves by their ids.

#include <map>
#include <set>
#include <string>

#include "cartouche/layout/page.h"

namespace cartouche::layout {

inline Box moved(const Box& box, Point by) {
  return {{box.min.x + by.x, box.min.y + by.y}, {box.max.x + by.x, box.max.y + by.y}};
}

class Moves {
 public:
  explicit Moves(const map::Map& map);

  /// How far the thing of that id is moved; (0, 0) where the project does not say. What was asked for counts
  /// as found on the page.
  Point offset_of(const std::string& id);

  /// Reports the moves of things that are not on the page ("move-stale").
  void report_stale(Diagnostics& diagnostics) const;

 private:
  const map::Map& map_;
  std::map<std::string, Point> by_id_;
  std::set<std::string> asked_;
};

}  // namespace cartouche::layout
