#pragma once
// Well-known text in and out, for tests, messages and tables.

#include <string>
#include <string_view>

#include "cartouche/geometry/geometry_array.h"

namespace cartouche {

/// Appends the geometry of `wkt` as one feature. Throws a data error on text that is not WKT of the array's
/// kind.
void append_wkt(GeometryArray& array, std::string_view wkt);
/// One feature as WKT with the shortest exact coordinates; "… EMPTY" for a missing one.
std::string to_wkt(const GeometryArray& array, std::size_t feature);

}  // namespace cartouche
