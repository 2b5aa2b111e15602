#pragma once
// The geometries of a source, one by one, become a geometry array of one kind.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "cartouche/base/diagnostics.h"
#include "cartouche/geometry/geometry_array.h"
#include "wkb.h"

namespace cartouche::source_internal {

/// The kind is the one that is wanted, else that of the first geometry that is not missing. Throws a data
/// error naming the feature (counted from 1) for a geometry of another dimension, a multipoint of several
/// points, coordinates that are not finite, and broken WKB. Of a collection, the parts of the highest
/// dimension are kept.
class ShapeBuilder {
 public:
  /// `file` is for messages; `otherwise` is the kind where no geometry tells. Where one kind is `wanted`,
  /// geometries without parts of it are left out, and counted.
  ShapeBuilder(std::string file, GeometryKind otherwise, std::optional<GeometryKind> wanted = std::nullopt);

  void add_missing();
  void add(Bytes wkb);
  /// Whether a geometry has told the kind.
  bool knows_kind() const { return shapes_.has_value(); }
  /// Those since the last time, left out ones as missing.
  GeometryArray take();
  /// Which of them are left out, ascending; to be asked before take().
  std::vector<std::size_t> take_left_out();
  /// Notes how many collections lost parts, and how many features were left out.
  void report(Diagnostics& diagnostics) const;

 private:
  void add_linear(Bytes wkb, const WkbContent& content);
  Error broken(const std::string& what, const std::string& hint = "") const;

  std::string file_;
  GeometryKind otherwise_;
  std::size_t count_ = 0;
  std::size_t taken_ = 0;
  std::size_t mixed_collections_ = 0;
  std::optional<GeometryKind> wanted_;
  std::vector<std::size_t> left_out_;            // since the last time, from the first of them
  std::array<std::size_t, 3> count_left_out_{};  // by kind
  std::optional<GeometryArray> shapes_;
};

}  // namespace cartouche::source_internal
