#include "locator_raster.h"

#include <algorithm>
#include <cmath>

#include "orientation.h"

namespace cartouche::locator {

namespace {

Interval ordered(double a, double b) {
  return a < b ? Interval{a, b} : Interval{b, a};
}

/// An axis has fewer than 2^16 cells.
std::uint16_t narrow(std::uint32_t cell) {
  return static_cast<std::uint16_t>(cell);
}

class Rasterizer {
 public:
  Rasterizer(const Grid& grid, Raster& out) : x_(grid.x()), y_(grid.y()), points_(grid.points), out_(out) {}

  void add_edge(std::uint32_t polygon, std::uint32_t edge) {
    a_ = points_[edge];
    b_ = points_[edge + 1];
    polygon_ = polygon;
    edge_ = edge;
    const auto [left, right] = ordered(a_.x, b_.x);
    const auto [bottom, top] = ordered(a_.y, b_.y);
    const std::uint32_t first_column = x_.cell(left), last_column = x_.cell(right);
    const std::uint32_t first_row = y_.cell(bottom), last_row = y_.cell(top);
    const bool one_band = first_row == last_row || first_column == last_column;
    for (std::uint32_t row = first_row; row <= last_row; ++row) {
      if (one_band) {
        touch(row, first_column, last_column);
      } else {
        const Interval span = span_in(y_.bounds(row), {left, right});
        touch(row, x_.cell(span.low), x_.cell(span.high));
      }
      const double height = y_.reference(row);
      if ((a_.y <= height) != (b_.y <= height)) cross(row, height, {left, right});
    }
  }

 private:
  /// Where the edge runs while its height is in `rows`: never too short. The error of each coordinate is a
  /// few units in the last place of the extent; the axis's slack is some ten times that.
  Interval span_in(Interval rows, Interval whole) const {
    const double rise = b_.y - a_.y;
    const double run = b_.x - a_.x;
    const double t0 = std::clamp((rows.low - a_.y) / rise, 0.0, 1.0);
    const double t1 = std::clamp((rows.high - a_.y) / rise, 0.0, 1.0);
    const auto [low, high] = ordered(a_.x + t0 * run, a_.x + t1 * run);
    return {std::max(whole.low, low - x_.slack()), std::min(whole.high, high + x_.slack())};
  }

  void touch(std::uint32_t row, std::uint32_t first_column, std::uint32_t last_column) {
    for (std::uint32_t column = first_column; column <= last_column; ++column) {
      if (!out_.touches.empty()) {
        Touch& last = out_.touches.back();
        if (last.row == row && last.column == column && last.first + last.count == edge_) {
          ++last.count;
          continue;
        }
      }
      out_.touches.push_back({narrow(row), narrow(column), polygon_, edge_, 1});
    }
  }

  /// Finds how many reference points of the row lie strictly left of the edge: a guess in doubles, then
  /// exact steps from there.
  void cross(std::uint32_t row, double height, Interval whole) {
    const double guess = a_.x + (height - a_.y) / (b_.y - a_.y) * (b_.x - a_.x);
    const int left = a_.y < b_.y ? 1 : -1;
    const auto is_left = [&](std::uint32_t column) {
      return orientation(a_, b_, {x_.reference(column), height}) == left;
    };
    std::uint32_t column = x_.cell(std::clamp(guess, whole.low, whole.high));
    while (column > 0 && !is_left(column - 1)) --column;
    while (column < x_.size() && is_left(column)) ++column;
    out_.crossings.push_back({narrow(row), narrow(column), polygon_});
  }

  const Axis& x_;
  const Axis& y_;
  const std::vector<Point>& points_;
  Raster& out_;
  Point a_, b_;
  std::uint32_t polygon_ = 0;
  std::uint32_t edge_ = 0;
};

}  // namespace

Raster rasterize(const GeometryArray& polygons, const Grid& grid, std::size_t begin, std::size_t end) {
  Raster raster;
  Rasterizer rasterizer(grid, raster);
  const Point* const origin = polygons.points().data();
  for (std::size_t polygon = begin; polygon < end; ++polygon) {
    for (auto part = polygons.part_begin(polygon); part < polygons.part_end(polygon); ++part) {
      for (auto ring = polygons.ring_begin(part); ring < polygons.ring_end(part); ++ring) {
        const auto vertices = polygons.ring(ring);
        const auto first = static_cast<std::uint32_t>(vertices.data() - origin);
        for (std::uint32_t i = 1; i < vertices.size(); ++i)
          rasterizer.add_edge(static_cast<std::uint32_t>(polygon), first + i - 1);
      }
    }
  }
  return raster;
}

}  // namespace cartouche::locator
