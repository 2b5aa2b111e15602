#pragma once
// Well-known binary (OGC 06-103r4, ISO 13249-3, and the flags of EWKB) decoded into flat arrays. Heights and
// measures are left out.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "cartouche/geometry/geometry_array.h"

namespace cartouche::source_internal {

using Bytes = std::span<const unsigned char>;

class WkbCursor;

/// What a geometry holds, found without reading its coordinates.
struct WkbContent {
  int dimension = -1;         ///< highest of its parts that are not empty: 0, 1, 2; -1 = it is empty
  std::array<bool, 3> has{};  ///< by dimension: whether parts of it are there
  bool mixed = false;         ///< parts of a lower dimension are there too
  bool needs_ogr = false;     ///< curves, surfaces and triangles: to be made linear by OGR first
  bool well_formed = true;    ///< false: cut off, or not WKB
  std::size_t points = 0;     ///< number of its points, where dimension is 0
};
WkbContent wkb_content(Bytes wkb);

/// Appends the parts of the array's kind as one feature; the geometry must be well formed and linear. An open
/// ring is closed; a ring of fewer than four points and a line of fewer than two are left out. False where a
/// coordinate of a line or polygon is no finite number, nothing of use is then appended.
class WkbDecoder {
 public:
  explicit WkbDecoder(GeometryArray& shapes) : shapes_(shapes) {}
  bool append(Bytes wkb);

 private:
  void geometry(WkbCursor& cursor);
  void polygon(WkbCursor& cursor, bool wanted);
  void line(WkbCursor& cursor, bool wanted);
  void point(WkbCursor& cursor, bool wanted);

  GeometryArray& shapes_;
  std::vector<Point> run_;
  bool finite_ = true;
  bool any_ = false;
};

}  // namespace cartouche::source_internal
