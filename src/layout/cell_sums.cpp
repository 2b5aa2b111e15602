#include "cell_sums.h"

#include <algorithm>
#include <cmath>

namespace cartouche::layout {

CellSums::CellSums(const Box& extent, double cell)
    : extent_(extent),
      cell_(cell),
      columns_(std::max(1, static_cast<int>(std::ceil(extent.width() / cell)))),
      rows_(std::max(1, static_cast<int>(std::ceil(extent.height() / cell)))),
      cells_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), 0) {}

CellSums::Cells CellSums::touched(const Box& box) const {
  const auto column = [&](double x) {
    return std::clamp((x - extent_.min.x) / cell_, 0.0, double(columns_));
  };
  const auto row = [&](double y) { return std::clamp((y - extent_.min.y) / cell_, 0.0, double(rows_)); };
  return {static_cast<int>(std::floor(column(box.min.x))), static_cast<int>(std::floor(row(box.min.y))),
          static_cast<int>(std::ceil(column(box.max.x))), static_cast<int>(std::ceil(row(box.max.y)))};
}

void CellSums::mark_box(const Box& box) {
  const Cells cells = touched(box);
  for (int row = cells.top; row < cells.bottom; ++row)
    for (int column = cells.left; column < cells.right; ++column) at(column, row) = 1;
}

template <class Visit>
void CellSums::walk(Point from, Point to, Visit&& visit) const {
  constexpr double kStep = 0.5;  // of a cell
  const double length = std::hypot(to.x - from.x, to.y - from.y);
  const int steps = std::max(1, static_cast<int>(std::ceil(length / (kStep * cell_))));
  for (int i = 0; i <= steps; ++i) {
    const double t = double(i) / steps;
    const double x = (from.x + t * (to.x - from.x) - extent_.min.x) / cell_;
    const double y = (from.y + t * (to.y - from.y) - extent_.min.y) / cell_;
    if (x < 0 || y < 0 || x >= columns_ || y >= rows_) continue;
    visit(static_cast<int>(x), static_cast<int>(y));
  }
}

void CellSums::mark_line(Point from, Point to) {
  walk(from, to, [&](int column, int row) { at(column, row) = 1; });
}

void CellSums::mark_outside_circle(Point c, double r) {
  for (int row = 0; row < rows_; ++row)
    for (int column = 0; column < columns_; ++column) {
      const double x = extent_.min.x + column * cell_ - c.x, y = extent_.min.y + row * cell_ - c.y;
      const double dx = std::max(std::abs(x), std::abs(x + cell_));
      const double dy = std::max(std::abs(y), std::abs(y + cell_));
      if (dx * dx + dy * dy > r * r) at(column, row) = 1;
    }
}

void CellSums::mark_polygon(const GeometryArray& polygons, std::size_t feature) {
  std::vector<std::vector<double>> crossings(static_cast<std::size_t>(rows_));
  for (auto part = polygons.part_begin(feature); part < polygons.part_end(feature); ++part)
    for (auto r = polygons.ring_begin(part); r < polygons.ring_end(part); ++r) {
      const auto ring = polygons.ring(r);
      for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Point a = ring[i].y < ring[i + 1].y ? ring[i] : ring[i + 1];
        const Point b = ring[i].y < ring[i + 1].y ? ring[i + 1] : ring[i];
        const double top = (a.y - extent_.min.y) / cell_ - 0.5, bottom = (b.y - extent_.min.y) / cell_ - 0.5;
        for (int row = std::max(0, static_cast<int>(std::ceil(top))); row < rows_ && row < bottom; ++row) {
          const double y = extent_.min.y + (row + 0.5) * cell_;
          crossings[static_cast<std::size_t>(row)].push_back(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y));
        }
      }
    }
  for (int row = 0; row < rows_; ++row) {
    std::vector<double>& xs = crossings[static_cast<std::size_t>(row)];
    std::sort(xs.begin(), xs.end());
    for (std::size_t i = 0; i + 1 < xs.size(); i += 2) {
      const double from = std::ceil((xs[i] - extent_.min.x) / cell_ - 0.5);
      const double to = (xs[i + 1] - extent_.min.x) / cell_ - 0.5;
      for (int column = std::max(0, static_cast<int>(from)); column < columns_ && column < to; ++column)
        at(column, row) = 1;
    }
  }
}

void CellSums::sum() {
  const std::size_t stride = static_cast<std::size_t>(columns_) + 1;
  sums_.assign(stride * (static_cast<std::size_t>(rows_) + 1), 0);
  for (int row = 0; row < rows_; ++row) {
    int line = 0;
    for (int column = 0; column < columns_; ++column) {
      line += at(column, row);
      const std::size_t above = static_cast<std::size_t>(row) * stride + static_cast<std::size_t>(column) + 1;
      sums_[above + stride] = sums_[above] + line;
    }
  }
}

int CellSums::total(const Cells& cells) const {
  if (cells.left >= cells.right || cells.top >= cells.bottom) return 0;
  const auto sum = [&](int column, int row) {
    return sums_[static_cast<std::size_t>(row) * (static_cast<std::size_t>(columns_) + 1) +
                 static_cast<std::size_t>(column)];
  };
  return sum(cells.right, cells.bottom) - sum(cells.left, cells.bottom) - sum(cells.right, cells.top) +
         sum(cells.left, cells.top);
}

int CellSums::count(const Box& box) const {
  return total(touched(box));
}

// Whole cells nearest to the box. What lies beyond the grid counts as not marked.
double CellSums::share(const Box& box) const {
  const auto near = [&](double value, double origin) {
    const double cells = (value - origin) / cell_;
    return static_cast<int>(cells + (cells < 0 ? -0.5 : 0.5));  // to the nearest
  };
  Cells cells{near(box.min.x, extent_.min.x), near(box.min.y, extent_.min.y), near(box.max.x, extent_.min.x),
              near(box.max.y, extent_.min.y)};
  cells.right = std::max(cells.right, cells.left + 1);
  cells.bottom = std::max(cells.bottom, cells.top + 1);
  const double all = double(cells.right - cells.left) * double(cells.bottom - cells.top);
  cells = {std::max(0, cells.left), std::max(0, cells.top), std::min(columns_, cells.right),
           std::min(rows_, cells.bottom)};
  return total(cells) / all;
}

bool CellSums::marked(Point p) const {
  return meets(p, p);
}

bool CellSums::meets(Point from, Point to) const {
  bool found = false;
  walk(from, to, [&](int column, int row) { found = found || cells_[index(column, row)] != 0; });
  return found;
}

}  // namespace cartouche::layout
