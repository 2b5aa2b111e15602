#include "cartouche/crs/reading.h"

#include <algorithm>
#include <array>
#include <vector>

#include "proj_handles.h"

namespace cartouche {
namespace {

// Systems that French data still come in, besides those of the territories: Lambert II étendu; CC42 to CC50;
// Lambert I to IV; UTM 30 to 32 of Europe.
constexpr std::array<const char*, 17> kFrenchSystems = {
    "EPSG:27572", "EPSG:3942",  "EPSG:3943",  "EPSG:3944",  "EPSG:3945",  "EPSG:3946",
    "EPSG:3947",  "EPSG:3948",  "EPSG:3949",  "EPSG:3950",  "EPSG:27561", "EPSG:27562",
    "EPSG:27563", "EPSG:27564", "EPSG:32631", "EPSG:32630", "EPSG:32632"};

// How many lie in a territory, and where the system is made for: a number near its origin would be somewhere.
std::size_t in_france(std::vector<Point> points, const Crs& crs) {
  const Crs wgs84 = Crs::from_text("EPSG:4326");
  if (!(crs == wgs84)) Transform(crs, wgs84).apply(points);
  const std::optional<Box> area = area_of_use(crs);
  return static_cast<std::size_t>(std::count_if(points.begin(), points.end(), [&](Point p) {
    return territory_at(p) != nullptr && (!area || area->contains(p));
  }));
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
  for (const char* crs : kFrenchSystems) add(crs, false);
  return all;
}

}  // namespace

std::optional<CoordinateReading> french_reading(std::span<const Point> points, const Crs& declared) {
  std::vector<Point> placed;
  for (const Point p : points)
    if (!is_missing(p)) placed.push_back(p);
  std::vector<Point> swapped = placed;
  for (Point& p : swapped) std::swap(p.x, p.y);
  std::optional<CoordinateReading> best;
  for (CoordinateReading& reading : readings(declared)) {
    reading.count = in_france(reading.swapped ? swapped : placed, Crs::from_text(reading.crs));
    if (2 * reading.count > placed.size() && (!best || reading.count > best->count)) best = reading;
  }
  return best;
}

std::optional<Box> area_of_use(const Crs& crs) {
  if (crs.definition().empty()) return std::nullopt;
  const crs_internal::ProjContext context;
  const crs_internal::PjPtr pj(proj_create(context.get(), crs.definition().c_str()));
  double west = 0, south = 0, east = 0, north = 0;
  if (!pj || proj_get_area_of_use(context.get(), pj.get(), &west, &south, &east, &north, nullptr) == 0)
    return std::nullopt;
  if (west < -360 || west > east) return std::nullopt;
  return Box{{west, south}, {east, north}};
}

}  // namespace cartouche
