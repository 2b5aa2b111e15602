#pragma once
// Geometry from a column of well-known text (OGC 06-103r4, and PostGIS' "SRID=4326;POINT(…)").

#include "cartouche/source/source.h"
#include "shape_builder.h"

namespace cartouche::source_internal {

/// Turns the column options.wkt of tables into their geometry, in options.crs. The kind is options.kind, or
/// that of the first geometry. A usage error without a CRS, a data error naming the row for a text that is no
/// geometry.
class WktPlacer {
 public:
  explicit WktPlacer(const ReadOptions& options);
  /// The next rows of the source; rows of another kind than options.kind are left out.
  void place(Table& table, std::size_t before);
  void report(Diagnostics& diagnostics) const { shapes_.report(diagnostics); }

 private:
  ReadOptions options_;
  Crs crs_;
  ShapeBuilder shapes_;
};

/// The table without the rows that `shapes` left out of the geometry it gave last, and with that geometry.
Table with_shapes(Table table, ShapeBuilder& shapes, const Crs& crs);

}  // namespace cartouche::source_internal
