#include "cartouche/geometry/point_locator.h"

#include <algorithm>
#include <array>

#include "cartouche/base/parallel.h"
#include "locator_grid.h"
#include "orientation.h"

namespace cartouche {

using locator::Grid;
using locator::kOutside;
using locator::kRecord;
using locator::Word;

struct PointLocator::Data {
  Grid grid;
};

namespace {

using Side = PointLocator::Side;

/// Walks from the reference point of p's cell to p, first up or down, then across, and counts the borders on
/// the way. Both legs stay in the cell, so its edges are all that matter. Each position stands for the
/// perturbed one of locator_grid.h, so the walk never meets a vertex; that p itself is on a border is found
/// before perturbing.
class Walk {
 public:
  Walk(const Grid& grid, Point p, std::uint32_t column, std::uint32_t row)
      : p_(p),
        start_{grid.x().reference(column), grid.y().reference(row)},
        corner_{start_.x, p.y},
        left_(std::min(p.x, start_.x)),
        right_(std::max(p.x, start_.x)),
        bottom_(std::min(p.y, start_.y)),
        top_(std::max(p.y, start_.y)) {}

  enum class Met { nothing, border, p };

  Met meet(Point a, Point b) const {
    const bool starts_below = a.y <= p_.y;
    bool crossed = false;
    if (starts_below != (b.y <= p_.y)) {
      if (std::max(a.x, b.x) >= left_ && std::min(a.x, b.x) <= right_) {
        const int side = orientation(a, b, p_);
        if (side == 0) return Met::p;
        const int left = starts_below ? 1 : -1;
        crossed = (side == left) != (orientation(a, b, corner_) == left);
      }
    } else if (b.y == p_.y && (b.x == p_.x || is_level_through(a, b))) {
      return Met::p;
    }
    if ((a.x <= start_.x) != (b.x <= start_.x) && std::max(a.y, b.y) >= bottom_ && std::min(a.y, b.y) <= top_)
      crossed ^= is_above(a, b, start_) != is_above(a, b, corner_);
    return crossed ? Met::border : Met::nothing;
  }

 private:
  bool is_level_through(Point a, Point b) const {
    return a.y == b.y && std::min(a.x, b.x) <= p_.x && p_.x <= std::max(a.x, b.x);
  }

  /// A point on the edge is moved right first: that takes it above a falling edge; then up: above a level
  /// one.
  static bool is_above(Point a, Point b, Point q) {
    if (b.x < a.x) std::swap(a, b);
    const int side = orientation(a, b, q);
    return side > 0 || (side == 0 && b.y <= a.y);
  }

  Point p_, start_, corner_;
  double left_, right_, bottom_, top_;
};

/// One entry of a record.
struct Entry {
  Word polygon;
  bool inside;
  std::span<const Word> runs;
};

/// Reads the entry and moves on to the next.
Entry next_entry(const Word*& at) {
  const Entry entry{at[0], (at[1] & 1) != 0, {at + 2, at[1] & ~Word{1}}};
  at += 2 + entry.runs.size();
  return entry;
}

Side side_of(const Grid& grid, const Entry& entry, const Walk& walk) {
  bool inside = entry.inside;
  for (std::size_t run = 0; run < entry.runs.size(); run += 2) {
    const Point* a = grid.points.data() + entry.runs[run];
    const Point* const last = a + entry.runs[run + 1];
    for (; a != last; ++a) {
      const Walk::Met met = walk.meet(a[0], a[1]);
      if (met == Walk::Met::p) return Side::border;
      inside ^= met == Walk::Met::border;
    }
  }
  return inside ? Side::inside : Side::outside;
}

/// Where p falls, and the word found there.
struct Cell {
  std::uint32_t column, row;
  Word word;
};

Cell cell_of(const Grid& grid, Point p) {
  const std::uint32_t column = grid.x().cell(p.x);
  const std::uint32_t row = grid.y().cell(p.y);
  return {column, row, grid.cells[std::size_t{row} * grid.x().size() + column]};
}

PointLocator::Index first_in_record(const Grid& grid, Point p, const Cell& cell) {
  const Walk walk(grid, p, cell.column, cell.row);
  const Word* at = grid.records.data() + (cell.word & ~kRecord);
  for (Word left = *at++; left > 0; --left) {
    const Entry entry = next_entry(at);
    if (side_of(grid, entry, walk) != Side::outside) return entry.polygon;
  }
  return PointLocator::kNone;
}

/// first_at() of many points: memory is asked for a block of points at once, so that its answers are waited
/// for together. On scattered points this waiting is nearly all there is to do.
class Block {
 public:
  static constexpr std::size_t kSize = 64;

  explicit Block(const Grid& grid) : grid_(grid) {}

  void locate(std::span<const Point> points, std::span<PointLocator::Index> found) {
    for (std::size_t i = 0; i < points.size(); ++i) {
      Cell& cell = cells_[i];
      cell.word = grid_.box.contains(points[i]) ? kRecord : kOutside;
      if (cell.word == kOutside) continue;
      cell.column = grid_.x().cell(points[i].x);
      cell.row = grid_.y().cell(points[i].y);
      fetch(&word_of(cell));
    }
    std::size_t open = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
      Cell& cell = cells_[i];
      if (cell.word != kOutside) cell.word = word_of(cell);
      found[i] = cell.word == kOutside ? PointLocator::kNone : cell.word;
      if (!(cell.word & kRecord)) continue;
      open_[open++] = i;
      fetch(record_of(cell));
    }
    for (const std::size_t i : std::span(open_).first(open)) fetch_edges(record_of(cells_[i]));
    for (const std::size_t i : std::span(open_).first(open))
      found[i] = first_in_record(grid_, points[i], cells_[i]);
  }

 private:
  static void fetch(const void* address) { __builtin_prefetch(address); }

  const Word& word_of(const Cell& cell) const {
    return grid_.cells[std::size_t{cell.row} * grid_.x().size() + cell.column];
  }
  const Word* record_of(const Cell& cell) const { return grid_.records.data() + (cell.word & ~kRecord); }

  /// The first edges of the record's first two entries.
  void fetch_edges(const Word* at) const {
    Word left = std::min(*at++, Word{2});
    for (; left > 0; --left) {
      const Entry entry = next_entry(at);
      if (!entry.runs.empty()) fetch(grid_.points.data() + entry.runs[0]);
    }
  }

  const Grid& grid_;
  std::array<Cell, kSize> cells_;
  std::array<std::size_t, kSize> open_;
};

}  // namespace

PointLocator::PointLocator(const GeometryArray& polygons, unsigned threads)
    : data_(std::make_shared<const Data>(Data{locator::build_grid(polygons, threads)})) {}

PointLocator::Index PointLocator::locate_one(Point p) const {
  const Grid& grid = data_->grid;
  if (!grid.box.contains(p)) return kNone;  // so is a missing point
  const Cell cell = cell_of(grid, p);
  if (cell.word & kRecord) return first_in_record(grid, p, cell);
  return cell.word == kOutside ? kNone : cell.word;
}

void PointLocator::locate_all(Point p, std::vector<Index>& found) const {
  const Grid& grid = data_->grid;
  found.clear();
  if (!grid.box.contains(p)) return;
  const Cell cell = cell_of(grid, p);
  if (!(cell.word & kRecord)) {
    if (cell.word != kOutside) found.push_back(cell.word);
    return;
  }
  const Walk walk(grid, p, cell.column, cell.row);
  const Word* at = grid.records.data() + (cell.word & ~kRecord);
  for (Word left = *at++; left > 0; --left) {
    const Entry entry = next_entry(at);
    if (side_of(grid, entry, walk) != Side::outside) found.push_back(entry.polygon);
  }
}

PointLocator::Side PointLocator::side(Point p, Index polygon) const {
  const Grid& grid = data_->grid;
  if (!grid.box.contains(p)) return Side::outside;
  const Cell cell = cell_of(grid, p);
  if (!(cell.word & kRecord)) return cell.word == polygon ? Side::inside : Side::outside;
  const Word* at = grid.records.data() + (cell.word & ~kRecord);
  for (Word left = *at++; left > 0; --left) {
    const Entry entry = next_entry(at);
    if (entry.polygon == polygon) return side_of(grid, entry, Walk(grid, p, cell.column, cell.row));
  }
  return Side::outside;
}

std::vector<PointLocator::Index> PointLocator::locate(std::span<const Point> points, unsigned threads) const {
  constexpr std::size_t kChunk = 1 << 14;
  const Grid& grid = data_->grid;
  std::vector<Index> found(points.size());
  parallel_for((points.size() + kChunk - 1) / kChunk, threads, [&](std::size_t chunk) {
    const std::size_t begin = chunk * kChunk;
    const std::size_t end = std::min(points.size(), begin + kChunk);
    Block block(grid);
    for (std::size_t i = begin; i < end; i += Block::kSize) {
      const std::size_t count = std::min(end - i, Block::kSize);
      block.locate(points.subspan(i, count), std::span(found).subspan(i, count));
    }
  });
  return found;
}

}  // namespace cartouche
