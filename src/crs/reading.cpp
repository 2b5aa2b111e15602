#include "cartouche/crs/reading.h"

#include <algorithm>
#include <vector>

namespace cartouche {
namespace {

std::size_t in_france(std::vector<Point> points, const Crs& crs) {
  const Crs wgs84 = Crs::from_text("EPSG:4326");
  if (!(crs == wgs84)) Transform(crs, wgs84).apply(points);
  return static_cast<std::size_t>(
      std::count_if(points.begin(), points.end(), [](Point p) { return territory_at(p) != nullptr; }));
}

std::vector<CoordinateReading> readings(const Crs& declared) {
  std::vector<CoordinateReading> all{{declared.definition(), true}};
  const auto add = [&](const std::string& crs, bool swapped) {
    const bool known = std::any_of(all.begin(), all.end(), [&](const CoordinateReading& one) {
      return one.crs == crs && one.swapped == swapped;
    });
    if (!known && (swapped || crs != declared.definition())) all.push_back({crs, swapped});
  };
  if (!declared.is_geographic()) {
    add("EPSG:4326", false);
    add("EPSG:4326", true);
  }
  for (const Territory& territory : territories()) add(territory.crs, false);
  return all;
}

}  // namespace

std::optional<CoordinateReading> french_reading(std::span<const Point> points, const Crs& declared) {
  std::vector<Point> placed;
  for (const Point p : points)
    if (!is_missing(p)) placed.push_back(p);
  std::vector<Point> swapped = placed;
  for (Point& p : swapped) std::swap(p.x, p.y);
  for (CoordinateReading& reading : readings(declared)) {
    reading.count = in_france(reading.swapped ? swapped : placed, Crs::from_text(reading.crs));
    if (2 * reading.count > placed.size()) return reading;
  }
  return std::nullopt;
}

}  // namespace cartouche
