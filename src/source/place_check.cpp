#include "place_check.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "cartouche/base/finding_codes.h"
#include "cartouche/crs/reading.h"

namespace cartouche::source_internal {
namespace {

constexpr std::size_t kSample = 1000;
constexpr double kMargin = 2;  // degrees around an area of use, whose edges are no law

constexpr std::array<std::string_view, 3> kZones = {"UTM zone 30N", "UTM zone 31N", "UTM zone 32N"};

bool is_on_globe(Point p) {
  return std::abs(p.x) <= 360 && std::abs(p.y) <= 90;
}

}  // namespace

void PlaceCheck::add(const GeometryArray& shapes) {
  for (std::size_t i = 0; i < shapes.size() && sample_.size() < kSample; ++i)
    if (const Box box = shapes.box(i); !box.empty()) sample_.push_back(box.center());
}

std::vector<Point> PlaceCheck::degrees() const {
  std::vector<Point> places = sample_;
  if (!crs_.is_geographic()) Transform(crs_, Crs::from_text("EPSG:4326")).apply(places);
  return places;
}

bool PlaceCheck::is_mostly_outside(const std::vector<Point>& places) const {
  Box area{{-360, -90}, {360, 90}};
  if (!crs_.is_geographic()) {
    const auto used = area_of_use(crs_);
    if (!used) return false;
    area = {{used->min.x - kMargin, used->min.y - kMargin}, {used->max.x + kMargin, used->max.y + kMargin}};
  }
  const auto outside = std::count_if(places.begin(), places.end(), [&](Point p) {
    return is_missing(p) || !is_on_globe(p) || !area.contains(p);
  });
  return 2 * static_cast<std::size_t>(outside) > places.size();
}

// A zone of UTM reaches from the equator to 84° N: every number is somewhere in it.
bool PlaceCheck::may_be_anywhere(const std::vector<Point>& places) const {
  const bool utm_of_france = std::any_of(kZones.begin(), kZones.end(), [&](std::string_view zone) {
    return crs_.name().find(zone) != std::string::npos;
  });
  return utm_of_france &&
         std::none_of(places.begin(), places.end(), [](Point p) { return territory_at(p) != nullptr; });
}

void PlaceCheck::report(Diagnostics& diagnostics, bool placed) const {
  if (sample_.empty() || crs_.definition().empty() || (placed && crs_.is_geographic())) return;
  const std::vector<Point> places = degrees();
  const bool outside = is_mostly_outside(places);
  if (!outside && !may_be_anywhere(places)) return;
  const auto reading = french_reading(sample_, crs_);
  if (!reading || (!outside && 10 * reading->count < 9 * sample_.size())) return;
  const std::string likely = reading->swapped
                                 ? "x and y look swapped"
                                 : "they look like " + reading->crs + " (" +
                                       Crs::from_text(reading->crs).name() + "): state crs: " + reading->crs;
  diagnostics.add(outside ? finding("wrong-crs") : finding("doubtful-crs"),
                  (outside ? "most coordinates lie outside the area of " : "no place is in France as ") +
                      crs_.definition() + " (" + crs_.name() + "); " + likely,
                  {file_});
}

}  // namespace cartouche::source_internal
