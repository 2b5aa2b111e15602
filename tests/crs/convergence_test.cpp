#include "cartouche/crs/convergence.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace cartouche {
namespace {

constexpr double kDegree = std::numbers::pi / 180;

Point in(const char* crs, Point lon_lat) {
  return Transform(Crs::from_text("EPSG:4326"), Crs::from_text(crs))(lon_lat);
}

// On a conic the meridians are straight lines: the angle is the cone's constant times the longitude from the
// central meridian. Lambert-93: n = 0.725607765, central meridian 3° E (IGN, NTG 71).
TEST(TrueNorth, OnLambert93IsTheConesConstantTimesTheLongitude) {
  const Crs lambert = Crs::from_text("EPSG:2154");
  for (const Point place : {Point{3, 46.5}, Point{-4.5, 48.4}, Point{7.75, 48.58}, Point{9.2, 42}})
    EXPECT_NEAR(true_north(lambert, in("EPSG:2154", place)), -0.725607765 * (place.x - 3) * kDegree, 1e-6)
        << place.x;
}

// On a transverse Mercator projection of a sphere, tan γ = tan Δλ · sin φ (Snyder, USGS PP 1395, eq. 8-9
// gives the ellipsoid's series, which differs by less than 1e-4 within a zone).
TEST(TrueNorth, OnUtmFollowsTheSineOfTheLatitude) {
  const Crs utm = Crs::from_text("EPSG:2975");  // zone 40 south, central meridian 57° E
  const Point place{55.5, -21.1};
  const double expected = -std::atan(std::tan((place.x - 57) * kDegree) * std::sin(place.y * kDegree));
  EXPECT_NEAR(true_north(utm, in("EPSG:2975", place)), expected, 1e-4);
}

TEST(TrueNorth, OnAMapInDegreesIsUp) {
  EXPECT_NEAR(true_north(Crs::from_text("EPSG:4326"), {-61, 15}), 0, 1e-12);
}

}  // namespace
}  // namespace cartouche
