#pragma once
// The rows of an OGR layer, in batches of columns or one feature after the other.

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

/// Reads all rows as Arrow batches: whole columns, no OGR object for a feature. False, with nothing read,
/// where a field has a type that this way of reading does not carry in full (dates and times, lists,
/// booleans).
bool read_batches(OGRLayerH layer, RowSink& sink, const std::string& file);
/// Reads all rows feature by feature: every type, every driver.
void read_features(OGRLayerH layer, RowSink& sink);

}  // namespace cartouche::source_internal
