#include "cartouche/geometry/anchor.h"

#include <cmath>

#include "cartouche/geometry/measure.h"
#include "columns.h"
#include "step.h"

namespace cartouche::pipeline {
namespace {

/// anchor: areas become points, one each, at the place farthest from the border: where a symbol for the whole
/// area stands.
class AnchorStep : public Step {
 public:
  explicit AnchorStep(const Node& arguments) : where_(arguments.where()) {
    if (arguments.is_null()) return;
    Reader in(arguments, "anchor");
    in.finish();
  }

  bool is_spatial() const override { return true; }

  Table run(Table table, StepContext&) const override {
    if (!table.geometry() || table.geometry()->shapes.kind() != GeometryKind::polygon)
      throw usage_error(where_, "step 'anchor' needs polygons, and table '" + table.name() + "' has none");
    const GeometryArray& shapes = table.geometry()->shapes;
    GeometryArray points(GeometryKind::point);
    for (std::size_t row = 0; row < shapes.size(); ++row) points.add_point(place(shapes, row));
    table.set_geometry({std::move(points), table.geometry()->crs});
    return table;
  }

 private:
  static Point place(const GeometryArray& shapes, std::size_t row) {
    if (shapes.is_missing(row)) return kMissingPoint;
    // A hundredth of the area's own size is finer than any symbol.
    constexpr double kRelativePrecision = 0.01;
    const double precision = kRelativePrecision * std::sqrt(std::abs(area(shapes, row)));
    return label_anchor(shapes, row, 1, precision).at;
  }

  Location where_;
};

}  // namespace

StepPtr make_anchor(const Node& arguments) {
  return std::make_unique<AnchorStep>(arguments);
}

}  // namespace cartouche::pipeline
