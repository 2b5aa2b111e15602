#pragma once
// Boxes that meet a box: a packed R-tree. Leutenegger, Lopez, Edgington, "STR: a simple and efficient
// algorithm for R-tree packing", ICDE 1997.

#include <vector>

#include "cartouche/geometry/geometry_array.h"

namespace cartouche::pipeline {

class BoxIndex {
 public:
  using Index = GeometryArray::Index;

  /// Empty boxes (missing features) meet nothing.
  explicit BoxIndex(const std::vector<Box>& boxes);
  /// Indices of the boxes that share a point with `box`, ascending.
  void find(const Box& box, std::vector<Index>& found) const;

 private:
  struct Entry {
    Box box;
    Index index;  // of the input box in a leaf, of the first child elsewhere
  };
  // levels_[0] holds the leaves' entries; entry i of level k+1 covers entries i·kFanOut … of level k.
  std::vector<std::vector<Entry>> levels_;

  void find_in(std::size_t level, std::size_t first, const Box& box, std::vector<Index>& found) const;
};

}  // namespace cartouche::pipeline
