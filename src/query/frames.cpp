#include "frames.h"

#include "cartouche/geometry/measure.h"

namespace cartouche::query {
namespace {

// Enough ids to find the others by.
constexpr std::size_t kIdsKept = 100;

int territory_number(Point lon_lat) {
  if (is_missing(lon_lat)) return -1;
  const auto all = territories();
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].extent.contains(lon_lat)) return static_cast<int>(i);
  return -1;
}

// What a place in no territory may be: "", or words for a message.
std::string in_words(std::size_t swapped, std::size_t zeros) {
  std::string words;
  if (swapped > 0) words += ", " + std::to_string(swapped) + " would with x for y";
  if (zeros > 0) words += ", " + std::to_string(zeros) + (zeros == 1 ? " is" : " are") + " at 0, 0";
  return words;
}

}  // namespace

std::string counted(std::size_t count, const std::string& one) {
  return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
}

Frames frames_of(const Table& points) {
  const GeometryColumn& geometry = *points.geometry();
  Frames frames;
  if (geometry.shapes.kind() == GeometryKind::point) {
    const auto all = geometry.shapes.points();
    frames.lon_lat.assign(all.begin(), all.end());
  } else {
    for (std::size_t row = 0; row < geometry.shapes.size(); ++row)
      frames.lon_lat.push_back(centroid(geometry.shapes, row));
  }
  const Crs wgs84 = Crs::from_text("EPSG:4326");
  if (!(geometry.crs == wgs84)) Transform(geometry.crs, wgs84).apply(frames.lon_lat);
  frames.territory.reserve(frames.lon_lat.size());
  for (const Point p : frames.lon_lat)
    frames.territory.push_back(static_cast<std::int8_t>(territory_number(p)));
  return frames;
}

void report_frames(const Table& points, const Frames& frames, Diagnostics& diagnostics) {
  std::size_t missing = 0, outside = 0, swapped = 0, zeros = 0;
  std::vector<std::string> missing_ids, outside_ids;
  const bool geographic = points.geometry()->crs.is_geographic();
  for (std::size_t row = 0; row < frames.lon_lat.size(); ++row) {
    if (frames.territory[row] >= 0) continue;
    const bool placed = !is_missing(frames.lon_lat[row]);
    ++(placed ? outside : missing);
    const Point p = frames.lon_lat[row];
    if (placed && p == Point{0, 0}) ++zeros;
    if (placed && geographic && territory_number({p.y, p.x}) >= 0) ++swapped;
    auto& ids = placed ? outside_ids : missing_ids;
    if (ids.size() < kIdsKept) ids.push_back(points.row_id(row));
  }
  if (missing > 0)
    diagnostics.add(Severity::problem, "missing-coordinates",
                    counted(missing, "row") + " of '" + points.name() + "' without coordinates " +
                        (missing == 1 ? "lies" : "lie") + " nowhere",
                    {}, std::move(missing_ids));
  if (outside > 0)
    diagnostics.add(Severity::warning, "outside-territories",
                    counted(outside, "row") + " of '" + points.name() + "' " +
                        (outside == 1 ? "lies" : "lie") + " in no French territory" +
                        in_words(swapped, zeros),
                    {}, std::move(outside_ids));
}

}  // namespace cartouche::query
