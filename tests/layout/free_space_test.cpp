#include "../../src/layout/free_space.h"

#include <gtest/gtest.h>

namespace cartouche::layout {
namespace {

const Box kPage{{0, 0}, {100, 100}};

GeometryArray polygon(std::vector<std::vector<Point>> rings) {
  GeometryArray shapes(GeometryKind::polygon);
  for (std::vector<Point>& ring : rings) {
    ring.push_back(ring.front());
    shapes.add_ring(ring);
  }
  shapes.end_part();
  shapes.end_feature();
  return shapes;
}

TEST(FreeSpace, IsTheCornerThatNothingIsDrawnIn) {
  SpaceMap map(kPage, 2);
  map.add(polygon({{{0, 0}, {100, 0}, {100, 60}, {60, 60}, {60, 100}, {0, 100}}}), 4);  // all but one corner
  map.finish();
  const auto box = emptiest_place(map, {}, {30, 30, kPage, {0, 0}, 2});
  ASSERT_TRUE(box);
  EXPECT_GE(box->min.x, 62);
  EXPECT_GE(box->min.y, 62);
  EXPECT_EQ(map.load(box->expanded(-2)), 0);
}

TEST(FreeSpace, IsFoundInTheHoleOfAnArea) {
  SpaceMap map(kPage, 2);
  map.add(polygon({{{0, 0}, {100, 0}, {100, 100}, {0, 100}}, {{20, 40}, {60, 40}, {60, 80}, {20, 80}}}), 4);
  map.finish();
  const auto box = emptiest_place(map, {}, {30, 30, kPage, {1, 1}, 0});
  ASSERT_TRUE(box);
  EXPECT_TRUE((Box{{20, 40}, {60, 80}}.expanded(2).contains(*box)));
}

TEST(FreeSpace, OfAnEmptyPageIsThePreferredPlace) {
  SpaceMap map(kPage, 2);
  map.finish();
  EXPECT_EQ(emptiest_place(map, {}, {20, 10, kPage, {1, 1}, 0}), (Box{{80, 90}, {100, 100}}));
  EXPECT_EQ(emptiest_place(map, {}, {20, 10, kPage, {0, 0}, 0}), (Box{{0, 0}, {20, 10}}));
  EXPECT_EQ(emptiest_place(map, {}, {20, 10, kPage, {0.5, 0}, 0}), (Box{{40, 0}, {60, 10}}));
}

TEST(FreeSpace, NeverComesNearerToTakenBoxesThanAsked) {
  SpaceMap map(kPage, 2);
  map.finish();
  const Box taken{{50, 50}, {100, 100}};
  const auto box = emptiest_place(map, {taken}, {20, 20, kPage, {1, 1}, 5});
  ASSERT_TRUE(box);
  EXPECT_FALSE(box->expanded(5).intersects(taken));
}

TEST(FreeSpace, CoversTheLighterThingWhereAllIsCovered) {
  SpaceMap map(kPage, 2);
  map.add(Box{{0, 0}, {100, 48}}, 4);
  map.add(Box{{0, 50}, {100, 100}}, 1);
  map.finish();
  const auto box = emptiest_place(map, {}, {40, 40, kPage, {0, 0}, 0});
  ASSERT_TRUE(box);
  EXPECT_GE(box->min.y, 50);
}

TEST(FreeSpace, IsNoneWhereAllIsTakenOrTheBoxIsTooLarge) {
  SpaceMap map(kPage, 2);
  map.finish();
  EXPECT_FALSE(emptiest_place(map, {kPage}, {10, 10, kPage, {0, 0}, 0}));
  EXPECT_FALSE(emptiest_place(map, {}, {101, 10, kPage, {0, 0}, 0}));
}

}  // namespace
}  // namespace cartouche::layout
