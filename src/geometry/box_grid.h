#pragma once
// A uniform grid over boxes that may grow while it is read. Private to this module.

#include <cmath>
#include <cstdint>
#include <vector>

#include "cartouche/geometry/point.h"

namespace cartouche {

/// Items 0, 1, 2, … with a box each. Inside `extent`; what sticks out counts as in the border cells.
class BoxGrid {
 public:
  BoxGrid(const Box& extent, std::size_t cells) : min_(extent.min) {
    const double width = extent.width();
    const double height = extent.height();
    const double wanted = static_cast<double>(std::max<std::size_t>(cells, 1));
    // A thin extent must not ask for more cells than wanted; one without a finite size gets a single cell.
    double side = std::max({std::sqrt(width * height / wanted), width / wanted, height / wanted});
    if (!(side > 0) || !std::isfinite(side)) side = std::numeric_limits<double>::max();
    columns_ = clamped(width / side, 1 << 30) + 1;
    rows_ = clamped(height / side, 1 << 30) + 1;
    per_unit_ = 1 / side;
    heads_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), kEnd);
  }

  void reserve(std::size_t items) {
    boxes_.reserve(items);
    entries_.reserve(items * 3);
  }

  /// Adds the next item and returns its number.
  std::uint32_t insert(const Box& box) {
    const auto item = static_cast<std::uint32_t>(boxes_.size());
    boxes_.push_back(box);
    const Cells cells = cells_of(box);
    for (int row = cells.bottom; row <= cells.top; ++row) {
      for (int column = cells.left; column <= cells.right; ++column) {
        std::uint32_t& head = heads_[at(column, row)];
        entries_.push_back({item, head});
        head = static_cast<std::uint32_t>(entries_.size() - 1);
      }
    }
    return item;
  }

  /// False where no item shares a cell with `box`.
  bool occupied(const Box& box) const {
    const Cells cells = cells_of(box);
    for (int row = cells.bottom; row <= cells.top; ++row) {
      for (int column = cells.left; column <= cells.right; ++column) {
        if (heads_[at(column, row)] != kEnd) return true;
      }
    }
    return false;
  }

  /// Calls visit(item) once for each item whose box meets `box`, until it returns false. Items may be
  /// inserted while visiting; those are not visited.
  template <typename Visit>
  void visit(const Box& box, Visit visit) const {
    const Cells cells = cells_of(box);
    for (int row = cells.bottom; row <= cells.top; ++row) {
      for (int column = cells.left; column <= cells.right; ++column) {
        for (std::uint32_t e = heads_[at(column, row)]; e != kEnd; e = entries_[e].next) {
          const std::uint32_t item = entries_[e].item;
          const Box& other = boxes_[item];
          if (!other.intersects(box)) continue;
          // Two boxes meet in several cells: the lower left one of those speaks for all.
          if (column_of(std::max(box.min.x, other.min.x)) != column ||
              row_of(std::max(box.min.y, other.min.y)) != row) {
            continue;
          }
          if (!visit(item)) return;
        }
      }
    }
  }

 private:
  static constexpr std::uint32_t kEnd = 0xFFFFFFFF;
  struct Cells {
    int left, right, bottom, top;
  };
  struct Entry {
    std::uint32_t item;
    std::uint32_t next;
  };

  int column_of(double x) const { return clamped((x - min_.x) * per_unit_, columns_); }
  int row_of(double y) const { return clamped((y - min_.y) * per_unit_, rows_); }
  static int clamped(double at, int count) {
    if (!(at > 0)) return 0;
    return at >= count ? count - 1 : static_cast<int>(at);
  }
  Cells cells_of(const Box& box) const {
    return {column_of(box.min.x), column_of(box.max.x), row_of(box.min.y), row_of(box.max.y)};
  }
  std::size_t at(int column, int row) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
           static_cast<std::size_t>(column);
  }

  Point min_;
  double per_unit_ = 1;
  int columns_ = 1;
  int rows_ = 1;
  std::vector<std::uint32_t> heads_;
  std::vector<Entry> entries_;
  std::vector<Box> boxes_;
};

}  // namespace cartouche
