#include "cartouche/geometry/polygon_index.h"

#include <gmock/gmock.h>

#include <cmath>
#include <numbers>
#include <random>

#include "cartouche/geometry/overlay.h"
#include "cartouche/geometry/point_locator.h"
#include "cartouche/geometry/wkt.h"

namespace cartouche {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A star of many short edges with a hole: rings that wind in and out of any box.
GeometryArray stars(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const auto unit = [&] { return static_cast<double>(random() % 10'000) / 10'000; };
  GeometryArray all(GeometryKind::polygon);
  for (int star = 0; star < 3; ++star) {
    const Point middle{100 * unit(), 100 * unit()};
    for (const double size : {60.0, 10.0}) {
      std::vector<Point> ring;
      for (int i = 0; i < 400; ++i) {
        const double angle = 2 * std::numbers::pi * i / 400, radius = size * (0.4 + 0.6 * unit());
        ring.push_back({std::round(middle.x + radius * std::cos(angle)),
                        std::round(middle.y + radius * std::sin(angle))});
      }
      ring.push_back(ring.front());
      all.add_ring(ring);
    }
    all.end_part();
    all.end_feature();
  }
  return all;
}

TEST(PolygonIndex, FindsTheFeaturesWhoseBoxMeets) {
  GeometryArray squares(GeometryKind::polygon);
  append_wkt(squares, "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))");
  squares.add_missing();
  append_wkt(squares, "POLYGON ((1 1, 2 1, 2 2, 1 2, 1 1))");
  append_wkt(squares, "POLYGON ((5 0, 9 0, 9 9, 5 9, 5 0))");
  const PolygonIndex index(squares);
  EXPECT_THAT(index.meeting({{0.5, 0.5}, {1, 1}}), ElementsAre(0, 2));
  EXPECT_THAT(index.meeting({{-5, -5}, {50, 50}}), ElementsAre(0, 2, 3));
  EXPECT_THAT(index.meeting({{3, 3}, {4, 4}}), IsEmpty());
}

TEST(PolygonIndex, LeavesEveryPointOfTheBoxOnTheSideWhereItWas) {
  std::size_t vertices = 0, left = 0;
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    std::mt19937_64 random(seed);
    const PolygonIndex index(stars(seed));
    const PointLocator whole(index.polygons());
    const Point corner{static_cast<double>(random() % 100), static_cast<double>(random() % 100)};
    const Box box{corner, {corner.x + 8, corner.y + 5}};
    for (PolygonIndex::Index star = 0; star < 3; ++star) {
      const GeometryArray near = index.near(star, box);
      vertices += 802;
      left += near.points().size();
      const PointLocator cut(near);
      for (double x = box.min.x; x <= box.max.x; x += 0.5)
        for (double y = box.min.y; y <= box.max.y; y += 0.5)
          ASSERT_EQ(static_cast<int>(cut.side({x, y}, 0)), static_cast<int>(whole.side({x, y}, star)))
              << "seed " << seed << " star " << star << " at " << x << ' ' << y;
    }
  }
  EXPECT_LT(left, vertices / 4);
}

TEST(PreparedFeature, MeetsWhatGeosSaysItMeetsAlsoWhereRingsCrossFarAway) {
  std::size_t met = 0, asked = 0;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    std::mt19937_64 random(seed);
    GeometryArray zones = stars(seed);
    repair(zones);
    const PolygonIndex index(zones);
    const double x = static_cast<double>(random() % 120), y = static_cast<double>(random() % 120);
    GeometryArray subject(GeometryKind::polygon);
    subject.add_ring(std::vector<Point>{{x, y}, {x + 7, y}, {x + 3, y + 4}, {x, y}});
    subject.end_part();
    subject.end_feature();
    const PreparedFeature prepared(subject, 0);
    for (PolygonIndex::Index zone = 0; zone < zones.size(); ++zone, ++asked) {
      const bool expected = intersects(subject, 0, zones, zone);
      met += expected ? 1 : 0;
      EXPECT_EQ(prepared.intersects(index.near(zone, subject.box(0)), 0), expected) << seed << ' ' << zone;
    }
  }
  EXPECT_GT(met, asked / 8);
  EXPECT_LT(met, asked);
}

}  // namespace
}  // namespace cartouche
