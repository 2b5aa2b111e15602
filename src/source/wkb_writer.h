#pragma once
// Features of a geometry array as well-known binary.

#include <vector>

#include "cartouche/geometry/geometry_array.h"

namespace cartouche::source_internal {

/// The feature as a point, multi-linestring or multipolygon, little-endian; it must not be missing.
std::vector<unsigned char> to_wkb(const GeometryArray& shapes, std::size_t feature);

}  // namespace cartouche::source_internal
