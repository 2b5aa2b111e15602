#include "box_grid.h"

#include <cmath>

namespace cartouche::label {
namespace {

// Number of cells along one axis, and never more than `most`.
int cells_along(double length, double cell, int most) {
  if (!(cell > 0) || !(length > 0)) return 1;
  const double wanted = std::ceil(length / cell);
  return wanted < most ? std::max(1, static_cast<int>(wanted)) : most;
}

}  // namespace

bool usable(const Box& box) {
  return std::isfinite(box.min.x) && std::isfinite(box.min.y) && std::isfinite(box.max.x) &&
         std::isfinite(box.max.y) && !box.empty();
}

BoxGrid::BoxGrid(const std::vector<Box>& boxes, double margin) {
  if (boxes.empty()) return;
  double width = 0, height = 0;
  for (const Box& box : boxes) {
    extent_.extend(box.expanded(margin));
    width += box.width() + 2 * margin;
    height += box.height() + 2 * margin;
  }
  const auto count = static_cast<double>(boxes.size());
  const int most = static_cast<int>(2 * std::sqrt(count)) + 4;
  columns_ = cells_along(extent_.width(), 2 * width / count, most);
  rows_ = cells_along(extent_.height(), 2 * height / count, most);
  cell_width_ = extent_.width() / columns_;
  cell_height_ = extent_.height() / rows_;
  begin_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_) + 1, 0);
  for (const Box& box : boxes) {
    cells_.push_back(cells_of(box.expanded(margin)));
    const Span& span = cells_.back();
    for (int row = span.top; row <= span.bottom; ++row)
      for (int column = span.left; column <= span.right; ++column) ++begin_[index(column, row) + 1];
  }
  for (std::size_t i = 1; i < begin_.size(); ++i) begin_[i] += begin_[i - 1];
  items_.resize(static_cast<std::size_t>(begin_.back()));
  std::vector<int> next = begin_;
  for (std::size_t i = 0; i < boxes.size(); ++i)
    for (int row = cells_[i].top; row <= cells_[i].bottom; ++row)
      for (int column = cells_[i].left; column <= cells_[i].right; ++column)
        items_[static_cast<std::size_t>(next[index(column, row)]++)] = static_cast<int>(i);
}

BoxGrid::Span BoxGrid::cells_of(const Box& box) const {
  const auto cell = [](double offset, double size, int count) {
    const double at = size > 0 ? std::floor(offset / size) : 0;
    return at < 0 ? 0 : at >= count ? count - 1 : static_cast<int>(at);
  };
  return {cell(box.min.x - extent_.min.x, cell_width_, columns_),
          cell(box.min.y - extent_.min.y, cell_height_, rows_),
          cell(box.max.x - extent_.min.x, cell_width_, columns_),
          cell(box.max.y - extent_.min.y, cell_height_, rows_)};
}

}  // namespace cartouche::label
