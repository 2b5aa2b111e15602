#include "../../src/source/fgb_length.h"

#include "support.h"

namespace cartouche {
namespace {

using source_internal::fgb_length;
using testing::TemporaryFolder;

TEST(FgbLength, CountsTheFeaturesThatAreThereInFull) {
  const TemporaryFolder folder;
  Table table("lieux");
  GeometryArray places;
  for (int i = 0; i < 5; ++i) places.add_point({2, 46});
  table.set_column(Column("n", Column::Integers{1, 2, 3, 4, 5}));
  table.set_geometry({std::move(places), Crs::from_text("EPSG:4326")});
  const auto file = folder.path() / "lieux.fgb";
  write_table(table, file, "fgb");
  EXPECT_EQ(fgb_length(file.string()), 5U);
  std::filesystem::resize_file(file, std::filesystem::file_size(file) - 1);
  EXPECT_EQ(fgb_length(file.string()), 4U);
  std::filesystem::resize_file(file, 20);
  EXPECT_EQ(fgb_length(file.string()), 0U);
  EXPECT_EQ(fgb_length((folder.path() / "nulle-part").string()), 0U);
  EXPECT_EQ(fgb_length(folder.write("autre", "rien de tel, et long de plus de douze").string()), 0U);
}

}  // namespace
}  // namespace cartouche
