#include "cartouche/geometry/geometry_array.h"

#include <gtest/gtest.h>

#include "cartouche/geometry/wkt.h"

namespace cartouche {
namespace {

GeometryArray polygons(std::initializer_list<const char*> texts) {
  GeometryArray array(GeometryKind::polygon);
  for (const char* text : texts) append_wkt(array, text);
  return array;
}

constexpr const char* kSquare = "POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))";
constexpr const char* kHoled = "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 2 1, 2 2, 1 1))";
constexpr const char* kTwo =
    "MULTIPOLYGON (((5 5, 6 5, 6 6, 5 5)), ((7 7, 8 7, 8 8, 7 7), (7.5 7.2, 7.8 7.2, 7.8 7.4, 7.5 7.2)))";

TEST(GeometryArray, EveryLevelIsGivenByItsEnds) {
  const auto array = polygons({kSquare, "POLYGON EMPTY", kTwo});
  ASSERT_EQ(array.size(), 3U);
  EXPECT_EQ(array.part_begin(0), 0U);
  EXPECT_EQ(array.part_end(0), 1U);
  EXPECT_EQ(array.part_begin(1), array.part_end(1));
  EXPECT_EQ(array.part_end(2), 3U);
  EXPECT_EQ(array.ring_begin(2), 2U);
  EXPECT_EQ(array.ring_end(2), 4U);
  EXPECT_EQ(array.part_count(), 3U);
  EXPECT_EQ(array.ring_count(), 4U);
  EXPECT_EQ(array.ring(0).size(), 5U);
  EXPECT_EQ(array.ring(3).front(), (Point{7.5, 7.2}));
  EXPECT_EQ(array.points().size(), 17U);
}

TEST(GeometryArray, AFeatureWithoutPartsOrWithoutCoordinatesIsMissing) {
  auto shapes = polygons({kSquare});
  shapes.add_missing();
  EXPECT_FALSE(shapes.is_missing(0));
  EXPECT_TRUE(shapes.is_missing(1));
  EXPECT_TRUE(shapes.box(1).empty());

  GeometryArray points;
  points.add_point({1, 2});
  points.add_missing();
  EXPECT_EQ(points.size(), 2U);
  EXPECT_FALSE(points.is_missing(0));
  EXPECT_TRUE(points.is_missing(1));
  EXPECT_EQ(points.box(), (Box{{1, 2}, {1, 2}}));
}

TEST(GeometryArray, AnEmptyPartIsNotAPart) {
  GeometryArray lines(GeometryKind::line);
  lines.end_part();
  lines.end_feature();
  EXPECT_TRUE(lines.is_missing(0));
  EXPECT_EQ(lines.part_count(), 0U);
}

TEST(GeometryArray, TakeKeepsTheOrderAsked) {
  const auto array = polygons({kSquare, "POLYGON EMPTY", kHoled, kTwo});
  const std::vector<GeometryArray::Index> wanted{3, 0, 1, 3};
  EXPECT_EQ(array.take(wanted), polygons({kTwo, kSquare, "POLYGON EMPTY", kTwo}));
  EXPECT_EQ(array.take({}).size(), 0U);
}

TEST(GeometryArray, AFeatureCanBeAppendedToItsOwnArray) {
  auto array = polygons({kHoled, kTwo});
  for (int i = 0; i < 6; ++i) array.append(array, 1);
  ASSERT_EQ(array.size(), 8U);
  for (std::size_t i = 1; i < array.size(); ++i) EXPECT_EQ(to_wkt(array, i), kTwo);
}

TEST(GeometryArray, BoxesHoldAllPartsOfAFeature) {
  const auto array = polygons({kTwo, kSquare});
  EXPECT_EQ(array.box(0), (Box{{5, 5}, {8, 8}}));
  EXPECT_EQ(array.box(), (Box{{0, 0}, {8, 8}}));
}

}  // namespace
}  // namespace cartouche
