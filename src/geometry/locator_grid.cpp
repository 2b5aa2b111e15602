#include "locator_grid.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cartouche/base/error.h"
#include "cartouche/base/parallel.h"
#include "locator_raster.h"

namespace cartouche::locator {

namespace {

/// One row of cells, from what its cells touch and what its line of reference points crosses.
class RowBuilder {
 public:
  RowBuilder(std::span<Touch> touches, std::span<Crossing> crossings)
      : touches_(touches), crossings_(crossings) {
    std::sort(touches_.begin(), touches_.end(), [](const Touch& a, const Touch& b) {
      if (a.column != b.column) return a.column < b.column;
      return a.first < b.first;  // and so by polygon
    });
    std::sort(crossings_.begin(), crossings_.end(),
              [](const Crossing& a, const Crossing& b) { return a.column < b.column; });
  }

  /// Fills the row's words; offsets of records count from the start of `records`.
  void fill(std::span<Word> cells, std::vector<Word>& records) {
    // A reference point is inside a polygon where an odd number of its edges lies to the right. All of a
    // closed ring's edges that cross a line are even in number, so that is where an odd number lies to the
    // left: inside and outside change at each crossing.
    std::size_t next_crossing = 0;
    std::size_t next_touch = 0;
    for (std::size_t column = 0; column < cells.size();) {
      for (; next_crossing < crossings_.size() && crossings_[next_crossing].column == column; ++next_crossing)
        cross(crossings_[next_crossing].polygon);
      if (next_touch < touches_.size() && touches_[next_touch].column == column) {
        std::size_t end = next_touch;
        while (end < touches_.size() && touches_[end].column == column) ++end;
        cells[column++] = border_word(touches_.subspan(next_touch, end - next_touch), records);
        next_touch = end;
        continue;
      }
      std::size_t stop = cells.size();
      if (next_crossing < crossings_.size())
        stop = std::min<std::size_t>(stop, crossings_[next_crossing].column);
      if (next_touch < touches_.size()) stop = std::min<std::size_t>(stop, touches_[next_touch].column);
      std::fill(cells.begin() + static_cast<std::ptrdiff_t>(column),
                cells.begin() + static_cast<std::ptrdiff_t>(stop), plain_word(records));
      column = stop;
    }
  }

 private:
  void cross(std::uint32_t polygon) {
    const auto at = std::lower_bound(inside_.begin(), inside_.end(), polygon);
    if (at != inside_.end() && *at == polygon) {
      inside_.erase(at);
    } else {
      inside_.insert(at, polygon);
    }
    has_plain_word_ = false;
  }

  /// The word of a cell that no edge meets.
  Word plain_word(std::vector<Word>& records) {
    if (inside_.empty()) return kOutside;
    if (inside_.size() == 1) return inside_.front();
    if (!has_plain_word_) {
      plain_word_ = border_word({}, records);
      has_plain_word_ = true;
    }
    return plain_word_;
  }

  Word border_word(std::span<const Touch> touches, std::vector<Word>& records) const {
    const auto start = static_cast<Word>(records.size());
    records.push_back(0);
    Word entries = 0;
    auto inside = inside_.begin();
    const auto add_inside_before = [&](std::uint32_t polygon) {
      for (; inside != inside_.end() && *inside < polygon; ++inside, ++entries)
        records.insert(records.end(), {*inside, 1});
    };
    for (std::size_t i = 0; i < touches.size(); ++entries) {
      const std::uint32_t polygon = touches[i].polygon;
      add_inside_before(polygon);
      const bool is_inside = inside != inside_.end() && *inside == polygon;
      if (is_inside) ++inside;
      i = add_entry(touches, i, is_inside, records);
    }
    add_inside_before(kOutside);
    records[start] = entries;
    return kRecord | start;
  }

  /// The entry of the polygon of touches[i]; returns where the next one's begin.
  static std::size_t add_entry(std::span<const Touch> touches, std::size_t i, bool is_inside,
                               std::vector<Word>& records) {
    const std::uint32_t polygon = touches[i].polygon;
    records.push_back(polygon);
    const std::size_t head = records.size();
    records.push_back(is_inside ? 1 : 0);
    std::uint32_t end = 0;  // of the last run; an edge number is never 0 where a run could go on
    for (; i < touches.size() && touches[i].polygon == polygon; ++i) {
      if (end != 0 && touches[i].first == end) {
        records.back() += touches[i].count;
      } else {
        records.insert(records.end(), {touches[i].first, touches[i].count});
        records[head] += 2;
      }
      end = touches[i].first + touches[i].count;
    }
    return i;
  }

  std::span<Touch> touches_;
  std::span<Crossing> crossings_;
  std::vector<std::uint32_t> inside_;  ///< ascending
  Word plain_word_ = 0;
  bool has_plain_word_ = false;
};

/// Items of all rasters put in order of rows, else in the order they came; ends[r] is where row r ends.
template <typename Item>
std::vector<Item> by_row(const std::vector<Raster>& rasters, std::vector<Item> Raster::*items,
                         std::size_t rows, std::vector<std::size_t>& ends) {
  ends.assign(rows + 1, 0);
  for (const Raster& raster : rasters)
    for (const Item& item : raster.*items) ++ends[item.row + 1];
  for (std::size_t row = 0; row < rows; ++row) ends[row + 1] += ends[row];
  std::vector<Item> sorted(ends[rows]);
  // Each ends[r] now is where row r begins, and moves to its end as items come in.
  for (const Raster& raster : rasters)
    for (const Item& item : raster.*items) sorted[ends[item.row]++] = item;
  ends.pop_back();
  return sorted;
}

template <typename Item>
std::span<Item> row_of(std::vector<Item>& sorted, const std::vector<std::size_t>& ends, std::size_t row) {
  const std::size_t begin = row == 0 ? 0 : ends[row - 1];
  return std::span(sorted).subspan(begin, ends[row] - begin);
}

struct Extents {
  Box box;
  std::vector<Interval> x, y;  ///< of each ring
  double overlap = 1;          ///< mean number of boxes of polygons over a place of the extent
};

Extents measure(const GeometryArray& polygons) {
  Extents extents;
  double area = 0;
  for (std::size_t polygon = 0; polygon < polygons.size(); ++polygon) {
    Box whole;
    for (auto part = polygons.part_begin(polygon); part < polygons.part_end(polygon); ++part) {
      for (auto ring = polygons.ring_begin(part); ring < polygons.ring_end(part); ++ring) {
        Box box;
        for (const Point& p : polygons.ring(ring)) {
          if (!std::isfinite(p.x) || !std::isfinite(p.y))
            throw data_error({},
                             fmt::format("polygon {} has a coordinate that is not a finite number", polygon));
          box.extend(p);
        }
        if (box.empty()) continue;
        extents.x.push_back({box.min.x, box.max.x});
        extents.y.push_back({box.min.y, box.max.y});
        whole.extend(box);
      }
    }
    extents.box.extend(whole);
    area += whole.width() * whole.height();
  }
  const double all = extents.box.width() * extents.box.height();
  if (all > 0) extents.overlap = std::max(1.0, area / all);
  return extents;
}

/// Square cells, some three to an edge: a finer grid is slower to build than it is quicker to ask.
std::vector<Axis> choose_axes(const Extents& extents, std::size_t edges) {
  constexpr double kCellsPerEdge = 3;
  constexpr double kFewestCells = 64;
  constexpr double kMostCells = 1 << 23;
  // Where many polygons lie over each other, each cell lists many.
  constexpr double kUsualOverlap = 8;
  double cells = std::clamp(kCellsPerEdge * static_cast<double>(edges), kFewestCells, kMostCells);
  cells /= std::max(1.0, extents.overlap / kUsualOverlap);
  const Interval x{extents.box.min.x, extents.box.max.x};
  const Interval y{extents.box.min.y, extents.box.max.y};
  const double width = (x.high - x.low) * occupied_share(x, extents.x);
  const double height = (y.high - y.low) * occupied_share(y, extents.y);
  const double aspect = width > 0 && height > 0 ? std::clamp(width / height, 1e-3, 1e3) : 1;
  const double columns = std::sqrt(cells * aspect);
  return {Axis(x, extents.x, columns), Axis(y, extents.y, cells / columns)};
}

/// Polygons cut into one piece a thread, of about as many vertices each.
std::vector<Raster> rasterize_all(const GeometryArray& polygons, const Grid& grid, unsigned threads) {
  std::vector<std::size_t> ends;
  const std::size_t share = grid.points.size() / threads + 1;
  std::size_t begin_point = 0;
  for (std::size_t polygon = 0; polygon < polygons.size(); ++polygon) {
    const auto part_end = polygons.part_end(polygon);
    if (part_end == 0 || polygons.ring_end(part_end - 1) == 0) continue;
    const auto last = polygons.ring(polygons.ring_end(part_end - 1) - 1);
    const auto end_point = static_cast<std::size_t>(last.data() + last.size() - polygons.points().data());
    if (end_point - begin_point < share) continue;
    ends.push_back(polygon + 1);
    begin_point = end_point;
  }
  ends.push_back(polygons.size());
  std::vector<Raster> rasters(ends.size());
  parallel_for(ends.size(), threads, [&](std::size_t i) {
    rasters[i] = rasterize(polygons, grid, i == 0 ? 0 : ends[i - 1], ends[i]);
  });
  return rasters;
}

}  // namespace

Grid build_grid(const GeometryArray& polygons, unsigned threads) {
  Grid grid;
  const Extents extents = measure(polygons);
  grid.box = extents.box;
  if (grid.box.empty()) return grid;
  threads = std::max(1U, threads);
  grid.points.assign(polygons.points().begin(), polygons.points().end());
  grid.axes = choose_axes(extents, grid.points.size());
  const std::size_t columns = grid.x().size();
  const std::size_t rows = grid.y().size();

  std::vector<std::size_t> touch_ends, crossing_ends;
  std::vector<Touch> touches;
  std::vector<Crossing> crossings;
  {
    const std::vector<Raster> rasters = rasterize_all(polygons, grid, threads);
    touches = by_row(rasters, &Raster::touches, rows, touch_ends);
    crossings = by_row(rasters, &Raster::crossings, rows, crossing_ends);
  }
  grid.cells.resize(rows * columns);
  std::vector<std::vector<Word>> records(rows);
  const auto cells_of = [&](std::size_t row) {
    return std::span(grid.cells).subspan(row * columns, columns);
  };
  parallel_for(rows, threads, [&](std::size_t row) {
    RowBuilder(row_of(touches, touch_ends, row), row_of(crossings, crossing_ends, row))
        .fill(cells_of(row), records[row]);
  });

  std::vector<std::size_t> starts(rows + 1, 0);
  for (std::size_t row = 0; row < rows; ++row) starts[row + 1] = starts[row] + records[row].size();
  if (starts[rows] >= kRecord)
    throw data_error({}, "too many overlapping polygons to index", "split the layer, or dissolve it first");
  grid.records.resize(starts[rows]);
  parallel_for(rows, threads, [&](std::size_t row) {
    std::copy(records[row].begin(), records[row].end(),
              grid.records.begin() + static_cast<std::ptrdiff_t>(starts[row]));
    for (Word& word : cells_of(row))
      if (word & kRecord) word += static_cast<Word>(starts[row]);
  });
  return grid;
}

}  // namespace cartouche::locator
