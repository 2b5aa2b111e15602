#include "cartouche/crs/local_ground.h"

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
    EXPECT_NEAR(local_ground(lambert, in("EPSG:2154", place)).true_north,
                -0.725607765 * (place.x - 3) * kDegree, 1e-6)
        << place.x;
}

// On a transverse Mercator projection of a sphere, tan γ = tan Δλ · sin φ (Snyder, USGS PP 1395, eq. 8-9
// gives the ellipsoid's series, which differs by less than 1e-4 within a zone).
TEST(TrueNorth, OnUtmFollowsTheSineOfTheLatitude) {
  const Crs utm = Crs::from_text("EPSG:2975");  // zone 40 south, central meridian 57° E
  const Point place{55.5, -21.1};
  const double expected = -std::atan(std::tan((place.x - 57) * kDegree) * std::sin(place.y * kDegree));
  EXPECT_NEAR(local_ground(utm, in("EPSG:2975", place)).true_north, expected, 1e-4);
}

TEST(TrueNorth, OnAMapInDegreesIsUp) {
  EXPECT_NEAR(local_ground(Crs::from_text("EPSG:4326"), {-61, 15}).true_north, 0, 1e-12);
}

struct Scale {
  const char* crs;
  Point lon_lat;
  double metres;
};

class GroundScale : public testing::TestWithParam<Scale> {};

TEST_P(GroundScale, is_the_inverse_of_the_projections_scale_factor) {
  const Crs crs = Crs::from_text(GetParam().crs);
  const Point at = Transform(Crs::from_text("EPSG:4326"), crs)(GetParam().lon_lat);
  EXPECT_NEAR(local_ground(crs, at).metres_per_unit, GetParam().metres, 1e-7 * GetParam().metres);
}

// Conformal conics are true to scale on their standard parallels (Lambert-93: 44° and 49°); UTM has 0.9996 on
// its central meridian; Web Mercator stretches a parallel of radius N cos φ to the equator's, and e² =
// 0.00669437999014.
INSTANTIATE_TEST_SUITE_P(
    Systems, GroundScale,
    testing::Values(Scale{"EPSG:2154", {2.3, 44}, 1}, Scale{"EPSG:2154", {-1, 49}, 1},
                    Scale{"EPSG:2975", {57, -21}, 1 / 0.9996}, Scale{"EPSG:3857", {0, 0}, 1},
                    Scale{"EPSG:3857", {5, 60}, 0.5 / std::sqrt(1 - 0.00669437999014 * 0.75)},
                    Scale{"EPSG:2263", {-74, 40 + 2.0 / 3}, 1200.0 / 3937.0},
                    Scale{"EPSG:4326", {2, 0}, 6378137.0 * std::acos(-1.0) / 180}));

TEST(GroundScale, has_no_value_off_the_ground) {
  EXPECT_TRUE(std::isnan(local_ground(Crs::from_text("EPSG:4326"), {0, 100}).metres_per_unit));
  EXPECT_TRUE(std::isnan(local_ground(Crs::from_text("EPSG:2154"), kMissingPoint).metres_per_unit));
}

}  // namespace
}  // namespace cartouche
