#pragma once
// The geometries of a source, one by one, become a geometry array of one kind.

#include <optional>
#include <string>

#include "cartouche/base/diagnostics.h"
#include "cartouche/geometry/geometry_array.h"
#include "wkb.h"

namespace cartouche::source_internal {

/// The kind is that of the first geometry that is not missing. Throws a data error naming the feature
/// (counted from 1) for a geometry of another dimension, a multipoint of several points, coordinates that are
/// not finite, and broken WKB. Of a collection, the parts of the highest dimension are kept.
class ShapeBuilder {
 public:
  /// `file` is for messages; `otherwise` is the kind where no geometry tells.
  ShapeBuilder(std::string file, GeometryKind otherwise) : file_(std::move(file)), otherwise_(otherwise) {}

  void add_missing();
  void add(Bytes wkb);
  /// Whether a geometry has told the kind.
  bool knows_kind() const { return shapes_.has_value(); }
  /// Those since the last time.
  GeometryArray take();
  /// Notes how many collections lost parts.
  void report(Diagnostics& diagnostics) const;

 private:
  void add_linear(Bytes wkb, const WkbContent& content);
  Error broken(const std::string& what, const std::string& hint = "") const;

  std::string file_;
  GeometryKind otherwise_;
  std::size_t count_ = 0;
  std::size_t taken_ = 0;
  std::size_t mixed_collections_ = 0;
  std::optional<GeometryArray> shapes_;
};

}  // namespace cartouche::source_internal
