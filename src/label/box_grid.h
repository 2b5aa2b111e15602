#pragma once
// A uniform grid over boxes that answers "which boxes meet this one", each box once. Cells are about twice
// the mean box, never more than a few per box, so that one far box cannot make the grid huge.

#include <vector>

#include "cartouche/geometry/point.h"

namespace cartouche::label {

/// True when the interiors meet, or come nearer than `gap` in both axes; boxes that only touch do not
/// overlap.
inline bool overlap(const Box& a, const Box& b, double gap = 0) {
  // No short circuit: four comparisons are cheaper than one branch that cannot be foreseen.
  return bool(int(a.min.x < b.max.x + gap) & int(b.min.x < a.max.x + gap) & int(a.min.y < b.max.y + gap) &
              int(b.min.y < a.max.y + gap));
}

/// True for a box that has four finite coordinates and is not empty.
bool usable(const Box& box);

class BoxGrid {
 public:
  /// Boxes must be usable() and outlive the grid; `margin` is added around each when it is filed.
  BoxGrid(const std::vector<Box>& boxes, double margin);

  /// Calls visit(index) once for each box whose widened form meets `query`'s cells and may overlap it, in an
  /// order that depends on the boxes alone.
  template <typename Visit>
  void near(const Box& query, Visit&& visit) const {
    if (cells_.empty()) return;
    const Span span = cells_of(query);
    for (int row = span.top; row <= span.bottom; ++row)
      for (int column = span.left; column <= span.right; ++column) {
        const std::size_t cell = index(column, row);
        for (int i = begin_[cell]; i < begin_[cell + 1]; ++i) {
          const int box = items_[static_cast<std::size_t>(i)];
          const Span& other = cells_[static_cast<std::size_t>(box)];
          // A pair that shares several cells is met in the first of them only.
          if (row == std::max(span.top, other.top) && column == std::max(span.left, other.left)) visit(box);
        }
      }
  }

 private:
  struct Span {
    int left, top, right, bottom;
  };
  Span cells_of(const Box& box) const;
  std::size_t index(int column, int row) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
           static_cast<std::size_t>(column);
  }

  Box extent_;
  double cell_width_ = 1, cell_height_ = 1;
  int columns_ = 1, rows_ = 1;
  std::vector<Span> cells_;  // by box
  std::vector<int> begin_;   // by cell, into items_
  std::vector<int> items_;
};

}  // namespace cartouche::label
