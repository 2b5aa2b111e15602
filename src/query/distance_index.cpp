#include "distance_index.h"

#include <algorithm>
#include <cmath>

#include "cartouche/geometry/segment.h"

namespace cartouche::query {
namespace {

constexpr int kMostCellsASide = 4096;

Box box_of(Point a, Point b) {
  Box box;
  box.extend(a);
  box.extend(b);
  return box;
}

}  // namespace

void keep_nearest_of_each(std::vector<Hit>& hits) {
  std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
    return a.feature != b.feature ? a.feature < b.feature : a.metres < b.metres;
  });
  const auto same = [](const Hit& a, const Hit& b) { return a.feature == b.feature; };
  hits.erase(std::unique(hits.begin(), hits.end(), same), hits.end());
}

DistanceIndex::DistanceIndex(const GeometryArray& shapes) {
  for (Index feature = 0; feature < shapes.size(); ++feature) {
    if (shapes.is_missing(feature)) continue;
    if (shapes.kind() == GeometryKind::point) {
      segments_.push_back({shapes.points()[feature], shapes.points()[feature], feature});
      continue;
    }
    for (Index part = shapes.part_begin(feature); part < shapes.part_end(feature); ++part)
      for (Index r = shapes.ring_begin(part); r < shapes.ring_end(part); ++r) {
        const auto ring = shapes.ring(r);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i)
          segments_.push_back({ring[i], ring[i + 1], feature});
      }
  }
  for (const Segment& segment : segments_) box_.extend(box_of(segment.a, segment.b));
  if (segments_.empty()) return;
  lay_grid();
  fill();
}

// About two segments a cell where they are spread evenly.
void DistanceIndex::lay_grid() {
  const double area = std::max(box_.width(), 1.0) * std::max(box_.height(), 1.0);
  const double side = std::max({box_.width(), box_.height(), 1.0});
  cell_ = std::max(std::sqrt(area / static_cast<double>(segments_.size()) * 2), side / (kMostCellsASide - 1));
  columns_ = static_cast<int>(box_.width() / cell_) + 1;
  rows_ = static_cast<int>(box_.height() / cell_) + 1;
}

void DistanceIndex::fill() {
  const std::size_t cells = static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_);
  ends_.assign(cells + 1, 0);
  const auto for_each_cell = [&](const Segment& segment, const auto& use) {
    const Cells range = cells_of(box_of(segment.a, segment.b));
    for (int row = range.bottom; row <= range.top; ++row)
      for (int column = range.left; column <= range.right; ++column)
        use(static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
            static_cast<std::size_t>(column));
  };
  for (const Segment& segment : segments_)
    for_each_cell(segment, [&](std::size_t cell) { ++ends_[cell + 1]; });
  for (std::size_t cell = 0; cell < cells; ++cell) ends_[cell + 1] += ends_[cell];
  items_.resize(ends_.back());
  std::vector<std::uint32_t> next(ends_.begin(), ends_.end() - 1);
  for (std::uint32_t i = 0; i < segments_.size(); ++i)
    for_each_cell(segments_[i], [&](std::size_t cell) { items_[next[cell]++] = i; });
}

int DistanceIndex::column_of(double x) const {
  return static_cast<int>(std::clamp(std::floor((x - box_.min.x) / cell_), 0.0, columns_ - 1.0));
}
int DistanceIndex::row_of(double y) const {
  return static_cast<int>(std::clamp(std::floor((y - box_.min.y) / cell_), 0.0, rows_ - 1.0));
}
DistanceIndex::Cells DistanceIndex::cells_of(const Box& box) const {
  return {column_of(box.min.x), row_of(box.min.y), column_of(box.max.x), row_of(box.max.y)};
}

void DistanceIndex::look(int column, int row, Point p, Hit& best) const {
  const std::size_t cell =
      static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column);
  for (std::uint32_t i = ends_[cell]; i < ends_[cell + 1]; ++i) {
    const Segment& segment = segments_[items_[i]];
    const Hit hit{segment.feature, std::sqrt(squared_distance_to_segment(p, segment.a, segment.b))};
    if (hit.before(best)) best = hit;
  }
}

// No border in a cell outside of those seen is nearer than this.
double DistanceIndex::beyond(const Cells& seen, Point p) const {
  const double out_x = std::max({box_.min.x - p.x, p.x - box_.max.x, 0.0});
  const double out_y = std::max({box_.min.y - p.y, p.y - box_.max.y, 0.0});
  double least = std::numeric_limits<double>::infinity();
  if (seen.left > 0)
    least = std::min(least, std::hypot(std::max(p.x - (box_.min.x + seen.left * cell_), 0.0), out_y));
  if (seen.right < columns_ - 1)
    least = std::min(least, std::hypot(std::max(box_.min.x + (seen.right + 1) * cell_ - p.x, 0.0), out_y));
  if (seen.bottom > 0)
    least = std::min(least, std::hypot(out_x, std::max(p.y - (box_.min.y + seen.bottom * cell_), 0.0)));
  if (seen.top < rows_ - 1)
    least = std::min(least, std::hypot(out_x, std::max(box_.min.y + (seen.top + 1) * cell_ - p.y, 0.0)));
  // The sums above round; half a millionth of a cell is far more than that.
  return least - cell_ * 5e-7;
}

Hit DistanceIndex::nearest(Point p, double limit) const {
  Hit best;
  if (segments_.empty() || is_missing(p)) return best;
  const int column = column_of(p.x), row = row_of(p.y);
  const int furthest = std::max(columns_, rows_);
  for (int ring = 0; ring <= furthest; ++ring) {
    const Cells seen{std::max(column - ring, 0), std::max(row - ring, 0),
                     std::min(column + ring, columns_ - 1), std::min(row + ring, rows_ - 1)};
    for (int r = seen.bottom; r <= seen.top; ++r) {
      const bool whole_row = r == row - ring || r == row + ring;
      for (int c = seen.left; c <= seen.right; ++c)
        if (whole_row || c == column - ring || c == column + ring) look(c, r, p, best);
    }
    const double rest = beyond(seen, p);
    if (rest > best.metres || rest > limit) break;
  }
  return best.metres <= limit ? best : Hit{};
}

void DistanceIndex::within(Point p, double limit, std::vector<Hit>& hits) const {
  hits.clear();
  if (segments_.empty() || is_missing(p)) return;
  const Box reach = Box{p, p}.expanded(limit);
  if (!reach.intersects(box_)) return;
  const Cells range = cells_of(reach);
  for (int row = range.bottom; row <= range.top; ++row)
    for (int column = range.left; column <= range.right; ++column) {
      const std::size_t cell = static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                               static_cast<std::size_t>(column);
      for (std::uint32_t i = ends_[cell]; i < ends_[cell + 1]; ++i) {
        const Segment& segment = segments_[items_[i]];
        const double metres = std::sqrt(squared_distance_to_segment(p, segment.a, segment.b));
        if (metres <= limit) hits.push_back({segment.feature, metres});
      }
    }
  keep_nearest_of_each(hits);
}

}  // namespace cartouche::query
