#pragma once
// Coverages for tests: from text, and random ones from a seed.

#include <geos_c.h>

#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <random>
#include <vector>

#include "cartouche/geometry/geometry_array.h"
#include "cartouche/geometry/wkt.h"

namespace cartouche::samples {

inline GeometryArray polygons(std::initializer_list<const char*> texts) {
  GeometryArray array(GeometryKind::polygon);
  for (const char* text : texts) append_wkt(array, text);
  return array;
}

/// Uniform in [0, 1), the same on every standard library.
inline double uniform(std::mt19937_64& random) {
  return static_cast<double>(random() >> 11) * 0x1p-53;
}

/// n × n cells whose corners are moved at random and whose sides wiggle with `detail` vertices each;
/// neighbours have the very same vertices. Row by row.
inline GeometryArray jittered_grid(int n, std::uint64_t seed, int detail = 0, double amplitude = 0.2) {
  std::mt19937_64 random(seed);
  const auto move = [&](double x, double y, double by) {
    return Point{x + by * (2 * uniform(random) - 1), y + by * (2 * uniform(random) - 1)};
  };
  std::map<std::pair<int, int>, Point> corners;
  for (int row = 0; row <= n; ++row) {
    for (int column = 0; column <= n; ++column) corners[{row, column}] = move(column, row, amplitude);
  }
  // A random walk pinned at both ends, narrow enough to stay clear of the other sides most of the time.
  const auto side = [&](Point a, Point b) {
    std::vector<Point> run{a};
    for (int i = 1; i <= detail; ++i) {
      const double t = i / (detail + 1.0);
      run.push_back(move(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y), amplitude * t * (1 - t) * 4 / detail));
    }
    run.push_back(b);
    return run;
  };
  std::map<std::pair<int, int>, std::vector<Point>> across;
  std::map<std::pair<int, int>, std::vector<Point>> up;
  for (int row = 0; row <= n; ++row) {
    for (int column = 0; column <= n; ++column) {
      if (column < n) across[{row, column}] = side(corners[{row, column}], corners[{row, column + 1}]);
      if (row < n) up[{row, column}] = side(corners[{row, column}], corners[{row + 1, column}]);
    }
  }
  GeometryArray array(GeometryKind::polygon);
  for (int row = 0; row < n; ++row) {
    for (int column = 0; column < n; ++column) {
      std::vector<Point> ring = across[{row, column}];
      const auto& right = up[{row, column + 1}];
      ring.insert(ring.end(), right.begin() + 1, right.end());
      const auto& top = across[{row + 1, column}];
      ring.insert(ring.end(), top.rbegin() + 1, top.rend());
      const auto& left = up[{row, column}];
      ring.insert(ring.end(), left.rbegin() + 1, left.rend());
      array.add_ring(ring);
      array.end_feature();
    }
  }
  return array;
}

/// GEOS's word on one feature, by way of WKT so that no code under test is used but the writer.
inline bool is_valid(const GeometryArray& array, std::size_t feature) {
  const GEOSContextHandle_t context = GEOS_init_r();
  GEOSWKTReader* reader = GEOSWKTReader_create_r(context);
  GEOSGeometry* shape = GEOSWKTReader_read_r(context, reader, to_wkt(array, feature).c_str());
  const bool valid = shape != nullptr && GEOSisValid_r(context, shape) == 1;
  if (shape != nullptr) GEOSGeom_destroy_r(context, shape);
  GEOSWKTReader_destroy_r(context, reader);
  GEOS_finish_r(context);
  return valid;
}

}  // namespace cartouche::samples
