#include "cartouche/source/table_reader.h"

#include "support.h"

namespace cartouche {
namespace {

using testing::complaint_of;
using testing::TemporaryFolder;

Table numbered(std::size_t rows) {
  Table table("lieux");
  Column::Integers numbers;
  Column::Texts codes;
  GeometryArray places;
  for (std::size_t i = 0; i < rows; ++i) {
    numbers.push_back(static_cast<std::int64_t>(i * i));
    codes.push_back(i % 10 == 3 ? "" : "0" + std::to_string(i));
    places.add_point({2 + static_cast<double>(i) / 64, 46});
  }
  table.set_column(Column("n", std::move(numbers)));
  table.set_column(Column("code", std::move(codes)));
  table.set_geometry({std::move(places), Crs::from_text("EPSG:4326")});
  return table;
}

std::string in_batches(const ReadOptions& options, std::size_t batch, std::size_t rows) {
  TableReader reader(options);
  std::string text;
  std::size_t before = 0;
  while (true) {
    const Table some = reader.next(batch);
    EXPECT_EQ(reader.first_row(), before);
    if (some.row_count() == 0) break;
    const std::string part = write_table_to_string(some, "csv");
    text += before == 0 ? part : part.substr(part.find('\n') + 1);
    before += some.row_count();
    EXPECT_TRUE(some.row_count() >= batch || before == rows) << some.row_count();
  }
  EXPECT_EQ(reader.next(batch).row_count(), 0U);
  return text;
}

TEST(TableReader, GivesTheRowsOfTheWholeInBatchesOfAnySize) {
  const TemporaryFolder folder;
  constexpr std::size_t kRows = 1000;
  for (const std::string format : {"csv", "geojson", "gpkg", "fgb"}) {
    ReadOptions options;
    options.path = (folder.path() / ("lieux." + format)).string();
    write_table(numbered(kRows), options.path, format);
    if (format == "csv") {
      options.x = "x";
      options.y = "y";
      options.crs = "EPSG:4326";
    }
    Diagnostics notes;
    const std::string whole = write_table_to_string(read_source(options, notes), "csv");
    for (const std::size_t batch : {std::size_t{1}, std::size_t{7}, std::size_t{999}, TableReader::kAllRows})
      EXPECT_EQ(in_batches(options, batch, kRows), whole) << format << " in batches of " << batch;
  }
}

TEST(TableReader, AnEmptySourceStillTellsItsColumns) {
  const TemporaryFolder folder;
  for (const std::string format : {"geojson", "gpkg", "fgb"}) {
    const auto file = folder.path() / ("rien." + format);
    write_table(numbered(0), file, format);
    ReadOptions options;
    options.path = file.string();
    TableReader reader(options);
    const Table none = reader.next(10);
    EXPECT_EQ(none.row_count(), 0U) << format;
    EXPECT_EQ(none.find("code") != nullptr, format != "geojson") << format;
  }
}

TEST(TableReader, ACutFileIsRefusedBeforeItsLastRows) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "lieux.fgb";
  write_table(numbered(1000), file, "fgb");
  std::filesystem::resize_file(file, std::filesystem::file_size(file) * 3 / 4);
  ReadOptions options;
  options.path = file.string();
  const auto complaint = complaint_of(
      [&] {
        TableReader reader(options);
        while (reader.next(10).row_count() > 0) {
        }
      },
      folder.path().string());
  EXPECT_EQ(complaint.code, 3);
  EXPECT_THAT(complaint.line, ::testing::StartsWith("lieux.fgb: cannot be read"));
}

TEST(TableReader, TheTypeOfAColumnFollowsFromAllOfItsValues) {
  const TemporaryFolder folder;
  std::string text = "entier;reel;mot\n";
  for (int i = 0; i < 9000; ++i)
    text += std::to_string(i) + ";" + std::to_string(i) + ";" + std::to_string(i) + "\n";
  ReadOptions options;
  options.path = folder.write("longue.csv", text + "9000;0,5;neuf mille\n").string();
  TableReader reader(options);
  const Table first = reader.next(10);
  EXPECT_EQ(first.column("entier").type(), Type::integer);
  EXPECT_EQ(first.column("reel").type(), Type::real);
  EXPECT_EQ(first.column("mot").type(), Type::text);
}

TEST(TableReader, AnErrorInALateBatchNamesItsPlaceInTheFile) {
  const TemporaryFolder folder;
  std::string text = "n,m\n";
  for (int i = 0; i < 9000; ++i) text += "1,2\n";
  ReadOptions options;
  options.path = folder.write("longue.csv", text + "1,deux\n").string();
  options.types = {{"m", Type::integer}};
  TableReader reader(options);
  const auto complaint = complaint_of(
      [&] {
        while (reader.next(100).row_count() > 0) {
        }
      },
      folder.path().string());
  EXPECT_EQ(complaint.code, 3);
  EXPECT_THAT(complaint.line,
              ::testing::StartsWith("longue.csv:9002:3: 'deux' in column 'm' is no whole number"));
}

}  // namespace
}  // namespace cartouche
