#include <gmock/gmock.h>

#include <cmath>
#include <random>

#include "cartouche/geometry/measure.h"
#include "samples.h"

namespace cartouche::query {
namespace {

using testing::boxes;
using ::testing::ElementsAre;
using testing::points_at;
using testing::texts;

std::vector<ZoneSet> one_set(Table zones) {
  std::vector<ZoneSet> sets;
  sets.push_back({"zone", std::move(zones), "code", std::nullopt});
  return sets;
}

Table answer(const Table& points, const Table& zones, const std::string& predicate) {
  Question question;
  question.predicate = parse_predicate(predicate);
  Diagnostics notes;
  return ask(points, one_set(zones), question, notes);
}

Table coded(Table points) {
  Column codes = points.column("id");
  codes.rename("code");
  points.set_column(codes);
  return points;
}

constexpr double kX = 650000, kY = 6860000;  // Paris, Lambert-93

TEST(Distance, IsInMetresOfTheTerritorysOwnSystemAndZeroInside) {
  const Table zones = boxes({{"a", {{kX, kY}, {kX + 1000, kY + 1000}}}}, "EPSG:2154");
  const Table points =
      points_at({{kX + 500, kY + 500}, {kX - 30, kY + 500}, {kX - 3, kY - 4}, {kX - 600, kY}}, "EPSG:2154");
  EXPECT_THAT(texts(answer(points, zones, "dwithin:500"), "distance_zone"), ElementsAre("0", "30", "5", ""));
  EXPECT_THAT(texts(answer(points, zones, "nearest"), "distance_zone"), ElementsAre("0", "30", "5", "600"));
  EXPECT_THAT(texts(answer(points, zones, "dwithin:500"), "dans_zone"),
              ElementsAre("true", "true", "true", "false"));
}

TEST(Distance, OverseasIsTakenInThatTerritorysSystem) {
  // Cayenne: a degree of longitude there is 110.8 km, and Lambert-93 would stretch it out of all proportion.
  const Point cayenne{-52.33, 4.93}, east{-52.32, 4.93};
  const Table found = answer(points_at({cayenne}), coded(points_at({east})), "nearest");
  const double metres = found.column("distance_zone").reals()[0];
  EXPECT_NEAR(metres, geodesic_distance(cayenne, east), 1.5);
  EXPECT_EQ(found.column("cadre").text(0), "guyane");
}

TEST(Distance, ToAnotherTerritoryIsTakenOnTheEllipsoid) {
  const Point saint_denis{55.45, -20.88}, paris{2.35, 48.86};
  const Table found = answer(points_at({saint_denis, {-30, 30}}), coded(points_at({paris})), "nearest");
  EXPECT_NEAR(found.column("distance_zone").reals()[0], geodesic_distance(saint_denis, paris), 0.01);
  EXPECT_NEAR(found.column("distance_zone").reals()[1], geodesic_distance({-30, 30}, paris), 0.01);
  const Table box = answer(points_at({saint_denis}), boxes({{"idf", {{2, 48}, {3, 49}}}}), "nearest");
  EXPECT_NEAR(box.column("distance_zone").reals()[0], geodesic_distance(saint_denis, {3, 48}), 1);
}

TEST(Distance, AZoneOfSeveralTerritoriesIsMeasuredWhereThePointIs) {
  Table zones("zones");
  GeometryArray shapes(GeometryKind::polygon);
  for (const Point corner : {Point{2, 48}, Point{55.4, -21}}) {
    const std::vector<Point> ring{corner,
                                  {corner.x + 0.1, corner.y},
                                  {corner.x + 0.1, corner.y + 0.1},
                                  {corner.x, corner.y + 0.1},
                                  corner};
    shapes.add_ring(ring);
    shapes.end_part();
  }
  shapes.end_feature();
  zones.set_column(Column("code", Column::Texts{"ZRR"}));
  zones.set_geometry(testing::column_of(shapes));
  const Table found = answer(points_at({{2.05, 48.05}, {55.39, -20.95}}), zones, "dwithin:2000");
  EXPECT_EQ(found.column("distance_zone").reals()[0], 0);
  EXPECT_NEAR(found.column("distance_zone").reals()[1], geodesic_distance({55.39, -20.95}, {55.4, -20.95}),
              1);
}

TEST(Distance, NearestTakesTheFirstByKeyOfTwoAsNear) {
  const Table zones = boxes(
      {{"z", {{kX + 10, kY}, {kX + 20, kY + 10}}}, {"b", {{kX - 20, kY}, {kX - 10, kY + 10}}}}, "EPSG:2154");
  EXPECT_THAT(texts(answer(points_at({{kX, kY + 5}}, "EPSG:2154"), zones, "nearest"), "zone"),
              ElementsAre("b"));
  EXPECT_THAT(texts(answer(points_at({{kX, kY + 5}}, "EPSG:2154"), zones, "nearest:9"), "zone"),
              ElementsAre(""));
  EXPECT_THAT(texts(answer(points_at({{kX, kY + 5}}, "EPSG:2154"), zones, "dwithin:10"), "zone"),
              ElementsAre("b/z"));
}

// Against a look at every zone, on random boxes and points, some far outside of all.
TEST(Distance, AgreesWithALookAtEveryZone) {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> place(0, 20000), size(1, 900), far(-30000, 50000);
  std::vector<std::pair<std::string, Box>> all;
  for (int i = 0; i < 60; ++i) {
    const Point corner{kX + place(random), kY + place(random)};
    all.push_back({std::to_string(100 + i), {corner, {corner.x + size(random), corner.y + size(random)}}});
  }
  const Table zones = boxes(all, "EPSG:2154");
  std::vector<Point> places;
  for (int i = 0; i < 400; ++i) places.push_back({kX + far(random), kY + far(random)});
  const Table points = points_at(places, "EPSG:2154");
  const Table nearest = answer(points, zones, "nearest"), near = answer(points, zones, "dwithin:3000");
  const GeometryArray& shapes = zones.geometry()->shapes;
  for (std::size_t row = 0; row < places.size(); ++row) {
    double least = std::numeric_limits<double>::infinity();
    std::string keys, best;
    for (std::size_t zone = 0; zone < all.size(); ++zone) {
      const double metres =
          all[zone].second.contains(places[row]) ? 0 : distance_to_boundary(shapes, zone, places[row]);
      if (metres < least) {
        least = metres;
        best = all[zone].first;
      }
      if (metres <= 3000) keys += (keys.empty() ? "" : "/") + all[zone].first;
    }
    EXPECT_EQ(nearest.column("zone").text(row), best);
    EXPECT_NEAR(nearest.column("distance_zone").reals()[row], least, 1e-3);
    EXPECT_EQ(near.column("zone").text(row), keys);
  }
}

}  // namespace
}  // namespace cartouche::query
