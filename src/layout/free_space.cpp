#include "free_space.h"

#include <algorithm>
#include <cmath>

namespace cartouche::layout {
namespace {

// What a place at the far end of the area from the preferred one may cost, in the unit of weights: enough to
// decide between places that are both empty, too little to cover a thing for it.
constexpr double kFarAway = 0.05;

// Where the polygon's edges cross a horizontal line, ascending.
std::vector<double> crossings(const GeometryArray& polygons, const std::vector<std::size_t>& rings,
                              double y) {
  std::vector<double> xs;
  for (const std::size_t index : rings) {
    const auto ring = polygons.ring(static_cast<GeometryArray::Index>(index));
    for (std::size_t i = 1; i < ring.size(); ++i) {
      const Point a = ring[i - 1], b = ring[i];
      if ((a.y <= y) == (b.y <= y)) continue;
      xs.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
    }
  }
  std::sort(xs.begin(), xs.end());
  return xs;
}

Box box_of(std::span<const Point> ring) {
  Box box;
  for (const Point p : ring) box.extend(p);
  return box;
}

}  // namespace

SpaceMap::SpaceMap(const Box& area, double cell)
    : area_(area),
      cell_(cell),
      columns_(static_cast<int>(std::ceil(area.width() / cell))),
      rows_(static_cast<int>(std::ceil(area.height() / cell))),
      cells_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), 0) {}

int SpaceMap::column(double x) const {
  return static_cast<int>(std::floor(std::clamp((x - area_.min.x) / cell_, 0.0, double(columns_))));
}

int SpaceMap::row(double y) const {
  return static_cast<int>(std::floor(std::clamp((y - area_.min.y) / cell_, 0.0, double(rows_))));
}

float& SpaceMap::at(int column, int row) {
  return cells_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                static_cast<std::size_t>(column)];
}

void SpaceMap::add(const Box& box, double weight) {
  if (box.empty() || !box.intersects(area_)) return;
  const int right = std::min(columns_ - 1, column(box.max.x)), bottom = std::min(rows_ - 1, row(box.max.y));
  for (int r = row(box.min.y); r <= bottom; ++r)
    for (int c = column(box.min.x); c <= right; ++c)
      at(c, r) = std::max(at(c, r), static_cast<float>(weight));
}

void SpaceMap::add(const GeometryArray& polygons, double weight) {
  // Rings by row of cells, so that a row asks only those that reach it.
  std::vector<std::vector<std::size_t>> rings(static_cast<std::size_t>(rows_));
  for (std::size_t ring = 0; ring < polygons.ring_count(); ++ring) {
    const Box box = box_of(polygons.ring(static_cast<GeometryArray::Index>(ring)));
    if (box.empty() || !box.intersects(area_)) continue;
    for (int r = row(box.min.y); r <= std::min(rows_ - 1, row(box.max.y)); ++r)
      rings[static_cast<std::size_t>(r)].push_back(ring);
  }
  for (int r = 0; r < rows_; ++r) {
    const double y = area_.min.y + (r + 0.5) * cell_;
    const std::vector<double> xs = crossings(polygons, rings[static_cast<std::size_t>(r)], y);
    for (std::size_t i = 0; i + 1 < xs.size(); i += 2)
      for (int c = column(xs[i] + cell_ / 2); c < columns_ && area_.min.x + (c + 0.5) * cell_ <= xs[i + 1];
           ++c)
        at(c, r) = std::max(at(c, r), static_cast<float>(weight));
  }
}

void SpaceMap::finish() {
  const auto width = static_cast<std::size_t>(columns_) + 1;
  sums_.assign(width * (static_cast<std::size_t>(rows_) + 1), 0);
  for (int r = 0; r < rows_; ++r)
    for (int c = 0; c < columns_; ++c) {
      const std::size_t here = (static_cast<std::size_t>(r) + 1) * width + static_cast<std::size_t>(c) + 1;
      sums_[here] = at(c, r) + sums_[here - 1] + sums_[here - width] - sums_[here - width - 1];
    }
}

double SpaceMap::load(const Box& box) const {
  const int left = std::min(columns_ - 1, column(box.min.x)), top = std::min(rows_ - 1, row(box.min.y));
  const int right = std::min(columns_, column(box.max.x) + 1), bottom = std::min(rows_, row(box.max.y) + 1);
  const auto sum = [&](int c, int r) {
    return sums_[static_cast<std::size_t>(r) * (static_cast<std::size_t>(columns_) + 1) +
                 static_cast<std::size_t>(c)];
  };
  const double total = sum(right, bottom) - sum(left, bottom) - sum(right, top) + sum(left, top);
  return total / (static_cast<double>(right - left) * (bottom - top));
}

std::optional<Box> emptiest_place(const SpaceMap& map, const std::vector<Box>& taken,
                                  const SpaceRequest& request, const SpaceMap* closed) {
  const double room_x = request.within.width() - request.width;
  const double room_y = request.within.height() - request.height;
  constexpr double kRounding = 1e-9;
  if (room_x < -kRounding || room_y < -kRounding) return std::nullopt;
  const double diagonal = std::max(std::hypot(room_x, room_y), kRounding);
  const Point wanted{request.preferred.x * room_x, request.preferred.y * room_y};
  const int columns = static_cast<int>(std::ceil(std::max(room_x, 0.0) / map.cell())) + 1;
  const int rows = static_cast<int>(std::ceil(std::max(room_y, 0.0) / map.cell())) + 1;
  std::optional<Box> best;
  double best_cost = 0;
  for (int r = 0; r < rows; ++r)
    for (int c = 0; c < columns; ++c) {
      // The last step ends at the edge, however long it is.
      const Point offset{std::clamp(c * map.cell(), 0.0, std::max(room_x, 0.0)),
                         std::clamp(r * map.cell(), 0.0, std::max(room_y, 0.0))};
      const Point corner{request.within.min.x + offset.x, request.within.min.y + offset.y};
      const Box box{corner, {corner.x + request.width, corner.y + request.height}};
      const Box clear = box.expanded(request.clear);
      if (std::any_of(taken.begin(), taken.end(), [&](const Box& one) { return one.intersects(clear); }))
        continue;
      if (closed && closed->load(box) > 0) continue;
      const double cost =
          map.load(clear) + kFarAway * std::hypot(offset.x - wanted.x, offset.y - wanted.y) / diagonal;
      if (best && cost >= best_cost - kRounding) continue;
      best = box;
      best_cost = cost;
    }
  return best;
}

}  // namespace cartouche::layout
