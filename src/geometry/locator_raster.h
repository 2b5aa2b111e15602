#pragma once
// First half of building the locator's grid: which cells each edge meets, and what each row's line of
// reference points crosses.

#include <cstdint>
#include <vector>

#include "locator_grid.h"

namespace cartouche::locator {

/// Edges first … first + count - 1 of one polygon meet the cell.
struct Touch {
  std::uint16_t row;
  std::uint16_t column;
  std::uint32_t polygon;
  std::uint32_t first;
  std::uint32_t count;
};

/// An edge of the polygon crosses the row's line of reference points to the right of exactly those of columns
/// 0 … column - 1.
struct Crossing {
  std::uint16_t row;
  std::uint16_t column;
  std::uint32_t polygon;
};

struct Raster {
  std::vector<Touch> touches;       ///< ascending by polygon, then by edge
  std::vector<Crossing> crossings;  ///< ascending by polygon
};

/// Of the polygons begin … end - 1.
Raster rasterize(const GeometryArray& polygons, const Grid& grid, std::size_t begin, std::size_t end);

}  // namespace cartouche::locator
