#pragma once
// How much of something lies under a box: a grid of small cells over a part of the page, summed so that any
// box is asked in constant time (Crow, "Summed-area tables for texture mapping", SIGGRAPH 1984).

#include <vector>

#include "cartouche/geometry/geometry_array.h"

namespace cartouche::layout {

class CellSums {
 public:
  /// Cells of `cell` points over `extent`; nothing lies outside.
  CellSums(const Box& extent, double cell);

  // Marking: a cell that is marked counts once, however often.
  void mark_box(const Box& box);                ///< every cell that the box touches
  void mark_line(Point from, Point to);         ///< every cell that the line comes to
  void mark_outside_circle(Point c, double r);  ///< every cell that reaches beyond the circle
  /// Cells whose centre lies in the polygon feature (even-odd rule).
  void mark_polygon(const GeometryArray& polygons, std::size_t feature);

  /// Call after marking and before asking.
  void sum();

  bool marked(Point p) const;
  /// Number of marked cells that the box touches.
  int count(const Box& box) const;
  /// Share of the box (0 … 1) that lies over marked cells.
  double share(const Box& box) const;
  /// True where the line comes to a marked cell.
  bool meets(Point from, Point to) const;

 private:
  struct Cells {
    int left, top, right, bottom;  // half open
  };
  Cells touched(const Box& box) const;
  int& at(int column, int row) { return cells_[index(column, row)]; }
  std::size_t index(int column, int row) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
           static_cast<std::size_t>(column);
  }
  int total(const Cells& cells) const;
  template <class Visit>
  void walk(Point from, Point to, Visit&& visit) const;

  Box extent_;
  double cell_;
  int columns_, rows_;
  std::vector<int> cells_;
  std::vector<int> sums_;  // (columns + 1) × (rows + 1)
};

}  // namespace cartouche::layout
