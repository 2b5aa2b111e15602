#include "wkb.h"

#include "wkb_cursor.h"

namespace cartouche::source_internal {
namespace {

constexpr int kDeepest = 16;  // collections within collections; deeper ones are an attack or an error

void note_part(WkbContent& content, int dimension) {
  if (content.dimension >= 0 && content.dimension != dimension) content.mixed = true;
  content.dimension = std::max(content.dimension, dimension);
  content.has[static_cast<std::size_t>(dimension)] = true;
}

void survey(WkbCursor& cursor, WkbContent& content, int depth) {
  const std::uint32_t type = cursor.header();
  if (cursor.failed() || depth > kDeepest) {
    content.well_formed = false;
    return;
  }
  if (type > kWkbCollection) {
    content.needs_ogr = true;
    return;
  }
  if (type == kWkbPoint) {
    std::vector<Point> place;
    const bool finite = cursor.points(1, place);
    if (finite) note_part(content, 0);
    content.points += finite ? 1 : 0;
  } else if (type == kWkbLine) {
    const std::uint32_t n = cursor.count();
    cursor.skip_points(n);
    if (n > 1) note_part(content, 1);
  } else if (type == kWkbPolygon) {
    std::uint32_t longest = 0;
    const std::uint32_t rings = cursor.count();
    for (std::uint32_t i = 0; i < rings && !cursor.failed(); ++i) {
      const std::uint32_t n = cursor.count();
      longest = std::max(longest, n);
      cursor.skip_points(n);
    }
    if (longest > 2) note_part(content, 2);
  } else {
    const std::uint32_t parts = cursor.count();
    for (std::uint32_t i = 0; i < parts && content.well_formed && !content.needs_ogr; ++i)
      survey(cursor, content, depth + 1);
  }
  content.well_formed = content.well_formed && !cursor.failed();
}

}  // namespace

WkbContent wkb_content(Bytes wkb) {
  WkbContent content;
  WkbCursor cursor(wkb);
  survey(cursor, content, 0);
  return content;
}

bool WkbDecoder::append(Bytes wkb) {
  WkbCursor cursor(wkb);
  finite_ = true;
  any_ = false;
  geometry(cursor);
  if (shapes_.kind() == GeometryKind::point) {
    if (!any_) shapes_.add_missing();
  } else {
    shapes_.end_feature();
  }
  return finite_;
}

void WkbDecoder::geometry(WkbCursor& cursor) {
  const std::uint32_t type = cursor.header();
  const GeometryKind kind = shapes_.kind();
  switch (type) {
    case kWkbPoint:
      return point(cursor, kind == GeometryKind::point);
    case kWkbLine:
      return line(cursor, kind == GeometryKind::line);
    case kWkbPolygon:
      return polygon(cursor, kind == GeometryKind::polygon);
    default:
      break;
  }
  const std::uint32_t parts = cursor.count();
  for (std::uint32_t i = 0; i < parts && !cursor.failed(); ++i) geometry(cursor);
}

void WkbDecoder::point(WkbCursor& cursor, bool wanted) {
  const bool finite = cursor.points(1, run_);
  if (!wanted || !finite || any_) return;
  any_ = true;
  shapes_.add_point(run_.front());
}

void WkbDecoder::line(WkbCursor& cursor, bool wanted) {
  const std::uint32_t n = cursor.count();
  if (!wanted) return cursor.skip_points(n);
  finite_ = cursor.points(n, run_) && finite_;
  if (n < 2) return;
  shapes_.add_ring(run_);
  shapes_.end_part();
}

void WkbDecoder::polygon(WkbCursor& cursor, bool wanted) {
  const std::uint32_t rings = cursor.count();
  bool outline = false;
  for (std::uint32_t i = 0; i < rings && !cursor.failed(); ++i) {
    const std::uint32_t n = cursor.count();
    if (!wanted || (i > 0 && !outline)) {
      cursor.skip_points(n);
      continue;
    }
    finite_ = cursor.points(n, run_) && finite_;
    if (n > 0 && run_.front() != run_.back()) run_.push_back(run_.front());
    if (run_.size() < 4) continue;
    shapes_.add_ring(run_);
    outline = true;
  }
  if (outline) shapes_.end_part();
}

}  // namespace cartouche::source_internal
