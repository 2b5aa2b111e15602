// Real boundaries, where they are at hand.

#include "support.h"

namespace cartouche {
namespace {

using testing::read_file_as_table;

std::filesystem::path shared(const std::string& name) {
  return std::filesystem::path(CARTOUCHE_SHARED_DIR) / "geodata" / name;
}

TEST(SharedGeodata, EpciOf2021AreAllThere) {
  const auto file = shared("epci-2021.fgb");
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "no " << file;
  ReadOptions options;
  options.id = "siren";
  const Table table = read_file_as_table(file, options);
  EXPECT_EQ(table.row_count(), 1254U);
  EXPECT_EQ(table.geometry()->crs.definition(), "EPSG:4326");
  EXPECT_EQ(table.geometry()->shapes.kind(), GeometryKind::polygon);
  EXPECT_EQ(table.column("siren").type(), Type::text);
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    EXPECT_EQ(table.row_id(row).size(), 9U);
    EXPECT_FALSE(table.geometry()->shapes.is_missing(row));
  }
}

TEST(SharedGeodata, CommuneCodesKeepTheirZeros) {
  const auto file = shared("communes-2018.fgb");
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "no " << file;
  ReadOptions options;
  options.where = "insee = '01004'";
  const Table one = read_file_as_table(file, options);
  ASSERT_EQ(one.row_count(), 1U);
  EXPECT_EQ(one.column("insee").texts()[0], "01004");
  EXPECT_TRUE(one.geometry()->shapes.box(0).contains(Point{5.36, 45.96}));
}

TEST(SharedGeodata, BoundsLeaveTheOthersUnread) {
  const auto file = shared("communes-2018.fgb");
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "no " << file;
  ReadOptions options;
  options.bounds = Box{{5.3, 45.9}, {5.4, 46.0}};
  options.columns = {"insee"};
  const Table few = read_file_as_table(file, options);
  EXPECT_GT(few.row_count(), 1U);
  EXPECT_LT(few.row_count(), 100U);
  EXPECT_THAT(testing::texts(few, "insee"), ::testing::Contains("01004"));
}

}  // namespace
}  // namespace cartouche
