#include <gtest/gtest.h>

#include <cmath>

#include "cartouche/crs/crs.h"

namespace cartouche {
namespace {

struct Place {
  const char* name;
  Point lon_lat;
  const char* territory;  ///< null where in none
  const char* crs;
};

class TerritoryOf : public testing::TestWithParam<Place> {};

TEST_P(TerritoryOf, a_place_is_found_with_its_map_system) {
  const Place& place = GetParam();
  const Territory* found = territory_at(place.lon_lat);
  ASSERT_EQ(found != nullptr, place.territory != nullptr);
  if (found) {
    EXPECT_EQ(found->code, place.territory);
    EXPECT_EQ(found->crs, place.crs);
  }
  EXPECT_EQ(local_crs({place.lon_lat, place.lon_lat}).definition(), place.crs);
}

INSTANTIATE_TEST_SUITE_P(
    Places, TerritoryOf,
    testing::Values(Place{"Ouessant", {-5.13, 48.46}, "metropole", "EPSG:2154"},
                    Place{"Bonifacio", {9.16, 41.39}, "metropole", "EPSG:2154"},
                    Place{"Bray-Dunes", {2.52, 51.08}, "metropole", "EPSG:2154"},
                    Place{"Basse-Terre", {-61.73, 16.0}, "guadeloupe", "EPSG:5490"},
                    Place{"La Désirade", {-61.02, 16.31}, "guadeloupe", "EPSG:5490"},
                    Place{"Marigot", {-63.08, 18.07}, "saint-martin-et-saint-barthelemy", "EPSG:5490"},
                    Place{"Gustavia", {-62.85, 17.9}, "saint-martin-et-saint-barthelemy", "EPSG:5490"},
                    Place{"Sainte-Anne", {-60.88, 14.43}, "martinique", "EPSG:5490"},
                    Place{"Maripasoula", {-54.03, 3.64}, "guyane", "EPSG:2972"},
                    Place{"Saint-Philippe", {55.77, -21.36}, "reunion", "EPSG:2975"},
                    Place{"Mamoudzou", {45.23, -12.78}, "mayotte", "EPSG:4471"},
                    Place{"Miquelon", {-56.38, 47.1}, "saint-pierre-et-miquelon", "EPSG:4467"},
                    Place{"Oslo", {10.75, 59.91}, nullptr, "EPSG:32632"},
                    Place{"Nouméa", {166.45, -22.27}, nullptr, "EPSG:32758"},
                    Place{"antimeridian", {180, 10}, nullptr, "EPSG:32660"},
                    Place{"pole", {0, 89}, nullptr, "EPSG:5041"},
                    Place{"Concordia", {123.33, -80.5}, nullptr, "EPSG:5042"}));

TEST(Territories, no_two_extents_touch_and_every_system_is_known_and_metric) {
  for (const Territory& one : territories()) {
    EXPECT_EQ(Crs::from_text(one.crs).metres_per_unit(), 1) << one.code;
    for (const Territory& other : territories()) {
      if (&one == &other) continue;
      EXPECT_FALSE(one.extent.intersects(other.extent)) << one.code << ' ' << other.code;
    }
  }
}

TEST(LocalCrs, an_empty_extent_or_one_in_metres_is_an_error) {
  EXPECT_THROW(local_crs(Box{}), Error);
  EXPECT_THROW(local_crs({{600000, 6800000}, {700000, 6900000}}), Error);
}

TEST(GeodesicDistance, equals_known_arcs_of_wgs84) {
  EXPECT_NEAR(geodesic_distance({0, 0}, {90, 0}), 6378137.0 * std::acos(-1.0) / 2, 1e-6);
  EXPECT_NEAR(geodesic_distance({2, 0}, {2, 90}), 10001965.7293, 1e-3);
  EXPECT_EQ(geodesic_distance({2, 48}, {2, 48}), 0);
  // Over the antimeridian, the short way.
  EXPECT_NEAR(geodesic_distance({179.5, 0}, {-179.5, 0}), geodesic_distance({0, 0}, {1, 0}), 1e-6);
  EXPECT_TRUE(std::isnan(geodesic_distance(kMissingPoint, {2, 48})));
}

}  // namespace
}  // namespace cartouche
