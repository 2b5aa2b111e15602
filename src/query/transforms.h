#pragma once
// Transforms kept from one batch of points to the next, one a thread: making one takes longer than moving a
// batch.

#include <map>
#include <span>
#include <string>
#include <vector>

#include "cartouche/crs/crs.h"

namespace cartouche::query {

class Transforms {
 public:
  explicit Transforms(unsigned threads) : threads_(threads) {}
  /// Moves the points from one system to the other, in place.
  void apply(const Crs& from, const Crs& to, std::span<Point> points);

 private:
  unsigned threads_;
  std::map<std::pair<std::string, std::string>, std::vector<Transform>> known_;
};

}  // namespace cartouche::query
