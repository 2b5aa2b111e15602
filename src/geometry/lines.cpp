#include "cartouche/geometry/lines.h"

#include "geos.h"

namespace cartouche {

GeometryArray simplified_lines(const GeometryArray& lines, double tolerance) {
  GeometryArray result(GeometryKind::line);
  const Geos geos;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines.is_missing(i)) {
      result.add_missing();
      continue;
    }
    const auto shape = geos.from(lines, i);
    geos.append(result,
                geos.own(GEOSSimplify_r(geos.context(), shape.get(), tolerance), "simplify a line").get());
  }
  return result;
}

GeometryArray offset_lines(const GeometryArray& lines, double distance) {
  constexpr int kQuadrantSegments = 8, kRound = GEOSBUF_JOIN_ROUND;
  constexpr double kMitreLimit = 5;
  GeometryArray result(GeometryKind::line);
  const Geos geos;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    // Part by part: a curve beside several lines at once is not defined.
    for (GeometryArray::Index part = lines.part_begin(i); part < lines.part_end(i); ++part) {
      GeometryArray one(GeometryKind::line);
      one.add_ring(lines.ring(lines.ring_begin(part)));
      one.end_part();
      one.end_feature();
      const auto shape = geos.from(one, 0);
      const auto moved = geos.own(
          GEOSOffsetCurve_r(geos.context(), shape.get(), distance, kQuadrantSegments, kRound, kMitreLimit),
          "offset a line");
      GeometryArray curve(GeometryKind::line);
      geos.append(curve, moved.get());
      for (GeometryArray::Index piece = curve.part_begin(0); piece < curve.part_end(0); ++piece) {
        result.add_ring(curve.ring(curve.ring_begin(piece)));
        result.end_part();
      }
    }
    result.end_feature();
  }
  return result;
}

}  // namespace cartouche
