#include "pattern_lines.h"

#include <cmath>
#include <numbers>

namespace cartouche::backend {

std::vector<Segment> hatch_lines(const display::Hatch& hatch, const Box& box) {
  std::vector<Segment> lines;
  if (box.empty() || !(hatch.spacing > 0)) return lines;
  const double radians = hatch.angle * std::numbers::pi / 180;
  const double cosine = std::cos(radians);
  const double sine = std::sin(radians);
  // u runs along the lines, v across; y points down, so a counter-clockwise angle has direction (cos, -sin).
  Box turned;
  for (const Point corner : {box.min, box.max, Point{box.min.x, box.max.y}, Point{box.max.x, box.min.y}})
    turned.extend(Point{corner.x * cosine - corner.y * sine, corner.x * sine + corner.y * cosine});
  const auto place = [&](double u, double v) { return Point{u * cosine + v * sine, -u * sine + v * cosine}; };
  const double reach = hatch.width / 2;
  const auto first = static_cast<long>(std::ceil((turned.min.y - reach) / hatch.spacing - 0.5));
  const auto last = static_cast<long>(std::floor((turned.max.y + reach) / hatch.spacing - 0.5));
  for (long k = first; k <= last; ++k) {
    const double v = (static_cast<double>(k) + 0.5) * hatch.spacing;
    lines.push_back({place(turned.min.x, v), place(turned.max.x, v)});
  }
  return lines;
}

std::vector<Point> dot_centers(const display::Dots& dots, const Box& box) {
  std::vector<Point> centers;
  if (box.empty() || !(dots.spacing > 0)) return centers;
  // Half a spacing from row to row; every other row is moved by half a spacing.
  const double row_height = dots.spacing / 2;
  const auto index = [](double value) { return static_cast<long>(std::ceil(value)); };
  const Box reach = box.expanded(dots.radius);
  for (long row = index(reach.min.y / row_height - 0.5);; ++row) {
    const double y = (static_cast<double>(row) + 0.5) * row_height;
    if (y > reach.max.y) break;
    const double shift = (row % 2 == 0 ? 0.25 : 0.75) * dots.spacing;
    for (long column = index((reach.min.x - shift) / dots.spacing);; ++column) {
      const double x = static_cast<double>(column) * dots.spacing + shift;
      if (x > reach.max.x) break;
      centers.push_back({x, y});
    }
  }
  return centers;
}

std::vector<Affine> tile_cells(const display::Tile& tile, const Box& box) {
  std::vector<Affine> cells;
  if (box.empty() || !(tile.width > 0) || !(tile.height > 0)) return cells;
  const double radians = tile.angle * std::numbers::pi / 180;
  const double cosine = std::cos(radians);
  const double sine = std::sin(radians);
  Box turned;  // the box in the grid's own axes
  for (const Point corner : {box.min, box.max, Point{box.min.x, box.max.y}, Point{box.max.x, box.min.y}})
    turned.extend(Point{corner.x * cosine - corner.y * sine, corner.x * sine + corner.y * cosine});
  const auto first = [](double from, double step) { return static_cast<long>(std::floor(from / step)); };
  for (long row = first(turned.min.y, tile.height);; ++row) {
    const double v = static_cast<double>(row) * tile.height;
    if (v > turned.max.y) break;
    for (long column = first(turned.min.x, tile.width);; ++column) {
      const double u = static_cast<double>(column) * tile.width;
      if (u > turned.max.x) break;
      cells.push_back({cosine, -sine, sine, cosine, u * cosine + v * sine, -u * sine + v * cosine});
    }
  }
  return cells;
}

}  // namespace cartouche::backend
