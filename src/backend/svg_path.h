#pragma once
// Path data for SVG: short, without drift, and below the number of vertices that programs accept.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cartouche/geometry/path.h"

namespace cartouche::backend {

/// Adobe Illustrator refuses paths of more vertices than this.
inline constexpr std::size_t kMaxPathVertices = 32000;

/// The "d" attribute: relative commands, hundredths of a point (3.5 µm), tenths and no vertex that 1200 dpi
/// do not show for long outlines (svg_thin.h). Every point is rounded once and the differences are taken
/// between rounded points, so that errors do not add up. Lines of no length after rounding are left out.
std::string path_data(const Path& path);
/// The same for letters, however long the line: hundredths, every vertex.
std::string glyph_data(const Path& path);

struct Circle {
  Point center;
  double radius = 0;
};
/// The circle that Path::circle() made the path from; nothing for any other path. A circle is shorter to
/// write than its four curves, and stays one in the hands of a person.
std::optional<Circle> as_circle(const Path& path);

/// Pieces of at most `max_vertices` points that look the same together. A filled path is cut between rings,
/// and a ring stays with those inside it, so holes stay holes: one outline with its holes is never cut. A
/// path that is only stroked is also cut along its lines.
std::vector<Path> split_path(const Path& path, bool filled, std::size_t max_vertices = kMaxPathVertices);

}  // namespace cartouche::backend
