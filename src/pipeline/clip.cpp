// clip: what lies inside the polygons of another table. Rows of which nothing is left go.

#include "cartouche/geometry/overlay.h"
#include "cartouche/geometry/point_locator.h"
#include "columns.h"

namespace cartouche::pipeline {
namespace {

GeometryArray points_inside(const GeometryArray& points, const GeometryArray& polygons, unsigned threads) {
  const std::vector<Index> found = PointLocator(polygons).locate(points.points(), threads);
  GeometryArray result;
  result.reserve_points(points.size());
  for (std::size_t row = 0; row < points.size(); ++row)
    result.add_point(found[row] == PointLocator::kNone ? kMissingPoint : points.points()[row]);
  return result;
}

class Clip : public Step {
 public:
  explicit Clip(const Node& arguments) : where_(arguments.where()) {
    Reader in(arguments, "clip");
    table_ = in.text("table");
    in.read("where", condition_);
    in.finish();
  }

  std::vector<LocatedText> tables() const override { return {table_}; }
  std::vector<ExpressionText> code() const override {
    return condition_ ? std::vector<ExpressionText>{*condition_} : std::vector<ExpressionText>{};
  }
  std::vector<LocatedText> asks_polygons_of() const override { return {table_}; }
  bool is_spatial() const override { return true; }

  Table run(Table table, StepContext& context) const override {
    if (!table.geometry()) throw usage_error(where_, "'" + context.table + "' has no geometry to clip");
    const GeometryColumn& geometry = *table.geometry();
    const GeometryArray polygons = clip_polygons(geometry.crs, context);
    GeometryArray left;
    if (geometry.shapes.kind() == GeometryKind::point) {
      left = points_inside(geometry.shapes, polygons, context.threads);
    } else {
      const std::vector<Index> one_group(polygons.size(), 0);
      left = clip(geometry.shapes, dissolve(polygons, one_group, 1), 0);
    }
    std::vector<Index> kept;
    for (std::size_t row = 0; row < left.size(); ++row)
      if (!left.is_missing(row)) kept.push_back(static_cast<Index>(row));
    const Crs crs = geometry.crs;
    table.set_geometry({std::move(left), crs});
    table.add_credits(context.get(table_).credits());
    return kept.size() == table.row_count() ? table : table.take(kept);
  }

 private:
  GeometryArray clip_polygons(const Crs& crs, StepContext& context) const {
    const Table& other = context.get(table_);
    if (!other.geometry() || other.geometry()->shapes.kind() != GeometryKind::polygon)
      throw usage_error(table_.where, "clip needs polygons, and '" + table_.value + "' has none");
    std::vector<Index> rows = all_rows(other.row_count());
    if (condition_)
      rows = Expression::compile(condition_->value, condition_->where, Schema::of(other, context.parameters))
                 .select(other, context.parameters);
    if (rows.empty())
      throw data_error(condition_ ? condition_->where : table_.where,
                       "no polygon of '" + table_.value + "' to clip to");
    const GeometryArray polygons = other.geometry()->shapes.take(rows);
    return other.geometry()->crs == crs ? polygons : transformed(polygons, other.geometry()->crs, crs);
  }

  Location where_;
  LocatedText table_;
  std::optional<ExpressionText> condition_;
};

}  // namespace

StepPtr make_clip(const Node& arguments) {
  return std::make_unique<Clip>(arguments);
}

}  // namespace cartouche::pipeline
