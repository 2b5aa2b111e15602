#pragma once
// The rows of an OGR layer, in batches of columns or one feature after the other.

#include <memory>
#include <optional>
#include <vector>

#include "column_builder.h"
#include "ogr_layer.h"
#include "shape_builder.h"

namespace cartouche::source_internal {

/// Where the rows of a layer go: a builder for each field that is read, and one for the geometry.
struct RowSink {
  std::vector<OgrField> fields;
  std::vector<ColumnBuilder> columns;  ///< one a field
  std::optional<ShapeBuilder> shapes;
  std::size_t rows = 0;
};

/// The rows of a layer from the first to the last.
class RowCursor {
 public:
  virtual ~RowCursor() = default;
  /// Appends some rows; false where there are no more.
  virtual bool read(RowSink& sink) = 0;
};

/// Arrow batches: whole columns, no OGR object for a feature. Null where a field has a type that this way of
/// reading does not carry in full (dates and times, lists, booleans).
std::unique_ptr<RowCursor> batch_cursor(OGRLayerH layer, const RowSink& sink, const std::string& file);
/// Feature by feature: every type, every driver.
std::unique_ptr<RowCursor> feature_cursor(OGRLayerH layer);

}  // namespace cartouche::source_internal
