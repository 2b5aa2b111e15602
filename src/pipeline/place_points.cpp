#include "place_points.h"

#include <algorithm>

#include "cartouche/geometry/anchor.h"

namespace cartouche::pipeline {
namespace {

// A thousandth of the polygon: far below what a dot on the page can show.
constexpr double kPrecision = 1e-3;

Point point_of(const GeometryArray& shapes, Index row) {
  if (shapes.kind() == GeometryKind::point) return shapes.points()[row];
  if (shapes.is_missing(row)) return kMissingPoint;
  const Box box = shapes.box(row);
  return label_anchor(shapes, row, 1, kPrecision * std::max(box.width(), box.height())).at;
}

}  // namespace

GeometryColumn points_of(const Table& places, const std::vector<Index>& rows, const Location& where) {
  const auto& geometry = places.geometry();
  if (!geometry || geometry->shapes.kind() == GeometryKind::line)
    throw usage_error(where, "gazetteer '" + places.name() + "' has no points or polygons to place by");
  GeometryArray points;
  points.reserve_points(rows.size());
  for (const Index row : rows)
    points.add_point(row == Column::kNoRow ? kMissingPoint : point_of(geometry->shapes, row));
  return {std::move(points), geometry->crs};
}

}  // namespace cartouche::pipeline
