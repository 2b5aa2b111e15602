#include "cartouche/map/geometry_store.h"

#include <gtest/gtest.h>

#include "cartouche/geometry/overlay.h"

namespace cartouche::map {
namespace {

GeometryArray square(double side) {
  GeometryArray one(GeometryKind::polygon);
  const std::vector<Point> ring{{0, 0}, {side, 0}, {side, side}, {0, side}, {0, 0}};
  one.add_ring(ring);
  one.end_part();
  one.end_feature();
  return one;
}

TEST(GeometryStore, BuffersAreThoseOfTheGeometryAndTheDistanceHoweverOftenAndInWhateverOrder) {
  GeometryStore store;
  for (int round = 0; round < 3; ++round)
    for (int side = 1; side <= 20; ++side)
      for (const double distance : {0.5, 2.0})
        EXPECT_EQ(store.buffered(square(side), distance), buffer(square(side), distance))
            << side << ' ' << distance;
}

TEST(GeometryStore, KeepsWhatBelongsToTheTablesNamedOnly) {
  GeometryStore store;
  Table table("zones");
  table.set_geometry({square(1000), Crs::from_text("EPSG:2154")});
  const auto kept = std::make_shared<const Table>(table), gone = std::make_shared<const Table>(table);
  const Crs crs = Crs::from_text("EPSG:2154");
  const auto of_kept = store.get(kept, crs), of_gone = store.get(gone, crs);
  store.keep_only({{"zones", kept}});
  EXPECT_EQ(store.get(kept, crs), of_kept);
  EXPECT_NE(store.get(gone, crs), of_gone);
  EXPECT_EQ(store.get(gone, crs)->shapes, of_gone->shapes);
}

}  // namespace
}  // namespace cartouche::map
