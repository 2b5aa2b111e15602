#pragma once
// From geometry in the coordinates of a CRS to a path on the page.

#include "cartouche/geometry/geometry_array.h"
#include "cartouche/geometry/path.h"

namespace cartouche {

/// The feature's rings as closed subpaths (polygon; fill by the even-odd rule) or its lines as open ones,
/// every vertex mapped by `affine`. Empty for points and for a missing feature.
Path to_path(const GeometryArray& array, std::size_t feature, const Affine& affine);

}  // namespace cartouche
