#include "cartouche/query/why.h"

#include <gmock/gmock.h>

#include "samples.h"

namespace cartouche::query {
namespace {

using testing::boxes;
using ::testing::ElementsAre;
using testing::points_at;

constexpr double kX = 650000, kY = 6860000;  // Paris, Lambert-93

ZoneSet neighbours() {
  return {"ti",
          boxes({{"b", {{kX + 1000, kY}, {kX + 2000, kY + 1000}}}, {"a", {{kX, kY}, {kX + 1000, kY + 1000}}}},
                "EPSG:2154"),
          "code", std::nullopt};
}

TEST(Why, SaysHowFarTheBorderIsAndWhereItIsTooNearToTell) {
  const Table points = points_at(
      {{kX + 970, kY + 500}, {kX + 500, kY + 500}, {kX - 40, kY + 500}, {kX - 900, kY}}, "EPSG:2154");
  EXPECT_THAT(explain(points, 0, neighbours(), 100),
              ElementsAre(Sighting{"ti", "a", true, 30, true}, Sighting{"ti", "b", false, 30, true}));
  EXPECT_THAT(explain(points, 1, neighbours(), 100), ElementsAre(Sighting{"ti", "a", true, 500, false}));
  EXPECT_THAT(explain(points, 2, neighbours(), 100), ElementsAre(Sighting{"ti", "a", false, 40, true}));
  EXPECT_THAT(explain(points, 3, neighbours(), 100), ElementsAre(Sighting{"ti", "a", false, 900, false}));
  EXPECT_THAT(explain(points, 0, neighbours(), 10), ElementsAre(Sighting{"ti", "a", true, 30, false}));
}

TEST(Why, APointOnASharedBorderBelongsToOneAndTouchesTheOther) {
  const Table points = points_at({{kX + 1000, kY + 500}}, "EPSG:2154");
  EXPECT_THAT(explain(points, 0, neighbours(), 100),
              ElementsAre(Sighting{"ti", "a", true, 0, true}, Sighting{"ti", "b", false, 0, true}));
}

TEST(Why, OfZonesAskedByDistanceSaysWhichAreInReachAndHowSurely) {
  Table centres("qpv");
  centres.set_column(Column("code", Column::Texts{"a", "b", "c"}));
  GeometryArray places;
  for (const double x : {kX, kX + 1500, kX + 9000}) places.add_point({x, kY});
  centres.set_geometry(testing::column_of(places, "EPSG:2154"));
  ZoneSet qpv{"qpv", centres, "code", parse_predicate("dwithin:1000")};
  const Table points = points_at({{kX + 400, kY}, {kX + 5000, kY}}, "EPSG:2154");
  EXPECT_THAT(explain(points, 0, qpv, 50), ElementsAre(Sighting{"qpv", "a", true, 400, false, 1000}));
  EXPECT_THAT(explain(points, 0, qpv, 200), ElementsAre(Sighting{"qpv", "a", true, 400, false, 1000},
                                                        Sighting{"qpv", "b", false, 1100, true, 1000}));
  EXPECT_THAT(explain(points, 1, qpv, 200), ElementsAre(Sighting{"qpv", "b", false, 3500, false, 1000}));
  qpv.predicate = parse_predicate("nearest");
  const double any = std::numeric_limits<double>::infinity();
  EXPECT_THAT(explain(points, 1, qpv, 200), ElementsAre(Sighting{"qpv", "b", true, 3500, false, any}));
}

}  // namespace
}  // namespace cartouche::query
