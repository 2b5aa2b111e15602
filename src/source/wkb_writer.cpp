#include "wkb_writer.h"

#include <bit>
#include <cstdint>

#include "wkb_cursor.h"

namespace cartouche::source_internal {
namespace {

class Writer {
 public:
  void header(std::uint32_t type) {
    bytes_.push_back(1);
    count(type);
  }
  void count(std::uint32_t value) { append(value, 4); }
  void point(Point p) {
    append(std::bit_cast<std::uint64_t>(p.x), 8);
    append(std::bit_cast<std::uint64_t>(p.y), 8);
  }
  void run(std::span<const Point> points) {
    count(static_cast<std::uint32_t>(points.size()));
    for (const Point p : points) point(p);
  }
  std::vector<unsigned char> take() { return std::move(bytes_); }

 private:
  void append(std::uint64_t value, int size) {
    for (int i = 0; i < size; ++i) bytes_.push_back(static_cast<unsigned char>(value >> (8 * i) & 0xFFU));
  }
  std::vector<unsigned char> bytes_;
};

}  // namespace

std::vector<unsigned char> to_wkb(const GeometryArray& shapes, std::size_t feature) {
  Writer writer;
  if (shapes.kind() == GeometryKind::point) {
    writer.header(kWkbPoint);
    writer.point(shapes.points()[feature]);
    return writer.take();
  }
  const bool lines = shapes.kind() == GeometryKind::line;
  const GeometryArray::Index begin = shapes.part_begin(feature), end = shapes.part_end(feature);
  writer.header(lines ? kWkbMultiLine : kWkbMultiPolygon);
  writer.count(end - begin);
  for (GeometryArray::Index part = begin; part < end; ++part) {
    writer.header(lines ? kWkbLine : kWkbPolygon);
    if (!lines) writer.count(shapes.ring_end(part) - shapes.ring_begin(part));
    for (GeometryArray::Index ring = shapes.ring_begin(part); ring < shapes.ring_end(part); ++ring)
      writer.run(shapes.ring(ring));
  }
  return writer.take();
}

}  // namespace cartouche::source_internal
