#pragma once
// What the point locator looks things up in. Built once by build_grid(), never changed.
//
// A cell is one word:
//   kOutside             no polygon reaches into the cell
//   polygon              wholly inside this polygon and no other
//   kRecord | offset     a record begins at records[offset]
// A record is a count of entries, then the entries, ascending by polygon, each
//   polygon, 2 · runs + inside, then for each run: first vertex, number of edges
// where edge i goes from points[i] to points[i + 1], the runs hold every edge of the polygon that meets the
// cell, and `inside` tells whether the cell's reference point is inside the polygon. No runs: the cell is
// wholly inside.
//
// The reference point is never on a border, by perturbation: it stands for (x + δ, y + ε) with
// 0 < ε « δ « any distance. Edelsbrunner, Mücke, Simulation of Simplicity, ACM Transactions on Graphics 9(1),
// 1990.

#include <cstdint>
#include <vector>

#include "cartouche/geometry/geometry_array.h"
#include "locator_axis.h"

namespace cartouche::locator {

using Word = std::uint32_t;
inline constexpr Word kRecord = 0x80000000;
inline constexpr Word kOutside = 0x7FFFFFFF;

struct Grid {
  Box box;                  ///< of all polygons; empty where there is none, and then nothing else is set
  std::vector<Axis> axes;   ///< x, y
  std::vector<Word> cells;  ///< row by row
  std::vector<Word> records;
  std::vector<Point> points;

  const Axis& x() const { return axes[0]; }
  const Axis& y() const { return axes[1]; }
};

/// The result does not depend on the number of threads. Throws a data error for a coordinate that is not
/// finite.
Grid build_grid(const GeometryArray& polygons, unsigned threads);

}  // namespace cartouche::locator
