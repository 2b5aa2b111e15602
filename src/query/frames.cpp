#include "frames.h"

#include "cartouche/base/finding_codes.h"
#include "cartouche/geometry/measure.h"
#include "cartouche/table/row_label.h"

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

std::string id_in_batch(const Table& batch, std::size_t row, std::size_t before) {
  return batch.id_column().empty() ? std::to_string(before + row + 1) : row_label(batch, row);
}

Frames frames_of(const GeometryColumn& points, Transforms& transforms) {
  Frames frames;
  if (points.shapes.kind() == GeometryKind::point) {
    const auto all = points.shapes.points();
    frames.lon_lat.assign(all.begin(), all.end());
  } else {
    for (std::size_t row = 0; row < points.shapes.size(); ++row)
      frames.lon_lat.push_back(centroid(points.shapes, row));
  }
  static const Crs wgs84 = Crs::from_text("EPSG:4326");
  transforms.apply(points.crs, wgs84, frames.lon_lat);
  frames.territory.reserve(frames.lon_lat.size());
  for (const Point p : frames.lon_lat)
    frames.territory.push_back(static_cast<std::int8_t>(territory_number(p)));
  return frames;
}

Frames frames_of(const GeometryColumn& points) {
  Transforms transforms(1);
  return frames_of(points, transforms);
}

void FrameReport::add(const Table& points, const Frames& frames, std::size_t before) {
  const bool geographic = points.geometry()->crs.is_geographic();
  for (std::size_t row = 0; row < frames.lon_lat.size(); ++row) {
    if (frames.territory[row] >= 0) continue;
    const Point p = frames.lon_lat[row];
    const bool placed = !is_missing(p);
    if (p == Point{0, 0}) ++zeros_;
    if (placed && geographic && territory_number({p.y, p.x}) >= 0) ++swapped_;
    ++(placed ? outside_ : missing_);
    auto& ids = placed ? outside_ids_ : missing_ids_;
    if (ids.size() < kIdsKept) ids.push_back(id_in_batch(points, row, before));
  }
}

void FrameReport::finish(const Table& points, Diagnostics& diagnostics) const {
  if (missing_ > 0)
    diagnostics.add(finding("missing-coordinates"),
                    counted(missing_, "row") + " of '" + points.name() + "' without coordinates " +
                        (missing_ == 1 ? "lies" : "lie") + " nowhere",
                    {}, missing_ids_);
  if (outside_ > 0)
    diagnostics.add(finding("outside-territories"),
                    counted(outside_, "row") + " of '" + points.name() + "' " +
                        (outside_ == 1 ? "lies" : "lie") + " in no French territory" +
                        in_words(swapped_, zeros_),
                    {}, outside_ids_);
}

}  // namespace cartouche::query
