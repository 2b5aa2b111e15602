#include "cartouche/geometry/to_path.h"

namespace cartouche {
namespace {

void append_run(Path& path, std::span<const Point> run, const Affine& affine, bool closed) {
  if (closed && run.size() > 1 && run.front() == run.back()) run = run.first(run.size() - 1);
  if (run.empty()) return;
  path.move_to(affine(run.front()));
  for (const Point p : run.subspan(1)) path.line_to(affine(p));
  if (closed) path.close();
}

}  // namespace

Path to_path(const GeometryArray& array, std::size_t feature, const Affine& affine) {
  Path path;
  if (array.kind() == GeometryKind::point) return path;
  const bool closed = array.kind() == GeometryKind::polygon;
  for (auto part = array.part_begin(feature); part < array.part_end(feature); ++part) {
    for (auto ring = array.ring_begin(part); ring < array.ring_end(part); ++ring) {
      append_run(path, array.ring(ring), affine, closed);
    }
  }
  return path;
}

}  // namespace cartouche
