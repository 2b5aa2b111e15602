#include "../support/small_disk.h"
#include "cartouche/geometry/wkt.h"
#include "cartouche/source/table_writer.h"
#include "support.h"

namespace cartouche {
namespace {

using testing::complaint_of;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::read_file_as_table;
using testing::SmallDisk;
using testing::TemporaryFolder;
using testing::texts;

Table sample(GeometryKind kind, std::initializer_list<const char*> wkts, const char* crs = "EPSG:4326") {
  Table table("zones");
  table.set_column(Column("code", Column::Texts{"01004", "", ""}, {1, 1, 0}));
  table.set_column(Column("n", Column::Integers{5000000000, 0, 0}, {1, 0, 1}));
  table.set_column(Column("taux", Column::Reals{1.5, 0, -0.25}, {1, 0, 1}));
  table.set_column(Column("ok", Column::Booleans{1, 0, 0}, {1, 1, 0}));
  table.set_column(Column("mot", Column::Texts{"dit \"é\", lui", "deux\nlignes", "fin "}));
  GeometryArray shapes(kind);
  for (const char* wkt : wkts) {
    if (*wkt == '\0') {
      shapes.add_missing();
    } else {
      append_wkt(shapes, wkt);
    }
  }
  table.set_geometry({std::move(shapes), Crs::from_text(crs)});
  return table;
}
Table points() {
  return sample(GeometryKind::point, {"POINT (2.5 48.25)", "", "POINT (-61 16)"});
}
Table polygons() {
  return sample(GeometryKind::polygon, {"POLYGON ((0 0, 0 4, 4 4, 0 0))", "",
                                        "MULTIPOLYGON (((0 0, 9 0, 0 9, 0 0), (1 1, 2 1, 1 2, 1 1)), ((20 0, "
                                        "29 0, 20 9, 20 0)))"});
}

Table placed_polygons() {
  const std::vector<GeometryArray::Index> placed = {2, 0};
  return polygons().take(placed);
}

TEST(Write, CsvIsOneLineARowWithItsPlace) {
  EXPECT_EQ(write_table_to_string(points(), "csv"),
            "code,n,taux,ok,mot,x,y\n"
            "01004,5000000000,1.5,true,\"dit \"\"é\"\", lui\",2.5,48.25\n"
            "\"\",,,false,\"deux\nlignes\",,\n"
            ",0,-0.25,,\"fin \",-61,16\n");
  EXPECT_THAT(write_table_to_string(polygons(), "csv"),
              HasSubstr("lui\",\"POLYGON ((0 0, 0 4, 4 4, 0 0))\"\n\"\",,,false,\"deux\nlignes\",\n"));
}

TEST(Write, CsvFindsANameForCoordinatesThatIsFree) {
  Table table = points();
  table.set_column(Column("X", Column::Integers{1, 2, 3}));
  EXPECT_THAT(write_table_to_string(table, "csv"), ::testing::StartsWith("code,n,taux,ok,mot,X,x_2,y\n"));
}

TEST(Write, JsonIsAnArrayOfRows) {
  EXPECT_EQ(write_table_to_string(points(), "json"),
            "[\n"
            R"({"code":"01004","n":5000000000,"taux":1.5,"ok":true,"mot":"dit \"é\", lui"})"
            ",\n"
            R"({"code":"","n":null,"taux":null,"ok":false,"mot":"deux\nlignes"})"
            ",\n"
            R"({"code":null,"n":0,"taux":-0.25,"ok":null,"mot":"fin "})"
            "\n]\n");
  EXPECT_EQ(write_table_to_string(Table("vide"), "json"), "[\n]\n");
}

TEST(Write, GeoJsonHasCounterClockwiseOutlinesAndIds) {
  Table table = polygons();
  table.set_id_column("mot");
  const std::string text = write_table_to_string(table, "geojson");
  EXPECT_THAT(text, HasSubstr(R"("type":"Polygon","coordinates":[[[0,0],[4,4],[0,4],[0,0]]]})"));
  EXPECT_THAT(text,
              HasSubstr(R"("coordinates":[[[[0,0],[9,0],[0,9],[0,0]],[[1,1],[1,2],[2,1],[1,1]]],[[[20,0])"));
  EXPECT_THAT(text, HasSubstr(R"({"type":"Feature","id":"fin ",)"));
  EXPECT_THAT(text, HasSubstr(R"("geometry":null})"));
}

TEST(Write, GeoJsonIsInDegreesWhateverTheCrs) {
  const Table table = sample(GeometryKind::point, {"POINT (652469.02 6862035.26)", "", ""}, "EPSG:2154");
  EXPECT_THAT(write_table_to_string(table, "geojson"), HasSubstr(R"("coordinates":[2.3522)"));
}

TEST(Write, FilesReadBackAsTheyWere) {
  for (const char* format : {"gpkg", "fgb", "geojson"}) {
    for (const Table& table : {points(), polygons(),
                               sample(GeometryKind::line, {"LINESTRING (0 0, 1 1)", "",
                                                           "MULTILINESTRING ((0 0, 1 1), (5 5, 6 7))"})}) {
      const TemporaryFolder folder;
      const auto file = folder.path() / (std::string("a.") + format);
      if (std::string(format) == "fgb") {
        EXPECT_EQ(complaint_of([&] { write_table(table, file, format); }).code, 3);
        continue;
      }
      write_table(table, file, format);
      const Table back = read_file_as_table(file);
      ASSERT_EQ(back.row_count(), 3U) << format;
      for (const Column& column : table.columns())
        EXPECT_EQ(texts(back, column.name()), texts(table, column.name())) << format << " " << column.name();
      ASSERT_EQ(back.geometry()->shapes.kind(), table.geometry()->shapes.kind());
      EXPECT_EQ(back.geometry()->crs, table.geometry()->crs);
      for (std::size_t row = 0; row < 3; ++row) {
        const GeometryArray &now = back.geometry()->shapes, &then = table.geometry()->shapes;
        EXPECT_EQ(now.is_missing(row), then.is_missing(row)) << format;
        // GeoJSON turns outlines round.
        if (std::string(format) != "geojson") {
          EXPECT_EQ(to_wkt(now, row), to_wkt(then, row)) << format;
        }
      }
    }
  }
}

TEST(Write, FlatGeobufReadsBackAsItWasWhereAllRowsHaveAPlace) {
  const Table table = placed_polygons();
  const TemporaryFolder folder;
  write_table(table, folder.path() / "a.fgb", "fgb");
  const Table back = read_file_as_table(folder.path() / "a.fgb");
  EXPECT_EQ(write_table_to_string(back, "csv"), write_table_to_string(table, "csv"));
}

TEST(Write, TheSameTableGivesTheSameBytes) {
  const TemporaryFolder folder;
  for (const std::string format : {"csv", "json", "geojson", "gpkg", "fgb"}) {
    write_table(placed_polygons(), folder.path() / ("a." + format), format);
    write_table(placed_polygons(), folder.path() / ("b." + format), format);
    EXPECT_EQ(folder.read("a." + format), folder.read("b." + format)) << format;
    EXPECT_FALSE(folder.read("a." + format).empty()) << format;
  }
}

TEST(Write, GeoPackageTakesNamesThatDifferOnlyInCase) {
  Table table = points();
  table.set_column(Column("CODE", Column::Texts{"a", "b", "c"}));
  table.set_column(Column("fid", Column::Texts{"d", "e", "f"}));
  const TemporaryFolder folder;
  write_table(table, folder.path() / "a.gpkg", "gpkg");
  const Table back = read_file_as_table(folder.path() / "a.gpkg");
  EXPECT_THAT(texts(back, "CODE_2"), ElementsAre("a", "b", "c"));
  EXPECT_THAT(texts(back, "fid"), ElementsAre("d", "e", "f"));
}

TEST(Write, TablesWithoutGeometryAreTables) {
  Table table = points();
  table.drop_geometry();
  const TemporaryFolder folder;
  for (const std::string format : {"gpkg", "geojson"}) {
    write_table(table, folder.path() / ("a." + format), format);
    EXPECT_EQ(texts(read_file_as_table(folder.path() / ("a." + format)), "n"), texts(table, "n")) << format;
  }
}

TEST(Write, NamesTheFormatsItKnows) {
  const TemporaryFolder folder;
  const auto complaint = complaint_of([&] { write_table(points(), folder.path() / "a.shp", "gpgk"); });
  EXPECT_EQ(complaint.code, 2);
  EXPECT_THAT(complaint.line, HasSubstr("did you mean 'gpkg'?"));
  EXPECT_EQ(complaint_of([] { write_table_to_string(points(), "gpkg"); }).code, 2);
}

TEST(Write, AFullDiskLeavesTheFormerFileAndNothingElse) {
  const TemporaryFolder folder;
  for (const std::string format : {"csv", "json", "geojson", "gpkg", "fgb"}) {
    folder.write("a." + format, "avant");
    testing::Complaint complaint;
    {
      const SmallDisk disk(64);
      complaint =
          complaint_of([&] { write_table(placed_polygons(), folder.path() / ("a." + format), format); },
                       folder.path().string());
    }
    EXPECT_EQ(complaint.code, 3) << format;
    EXPECT_THAT(complaint.line, ::testing::StartsWith("a." + format + ": cannot write"));
    EXPECT_EQ(folder.read("a." + format), "avant");
  }
  std::size_t files = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path())) ++files;
  EXPECT_EQ(files, 5U);
}

TEST(Write, RowsInBatchesGiveTheBytesOfTheWhole) {
  const TemporaryFolder folder;
  const Table whole = placed_polygons();
  for (const std::string format : {"csv", "json", "geojson", "gpkg", "fgb"}) {
    write_table(whole, folder.path() / "whole", format);
    {
      TableWriter writer(folder.path() / "batches", format);
      writer.add(whole.take({}));
      for (GeometryArray::Index row = 0; row < whole.row_count(); ++row) {
        writer.add(whole.take(std::vector{row}));
        writer.add(whole.take({}));
      }
      EXPECT_FALSE(std::filesystem::exists(folder.path() / "batches"));
      writer.finish();
    }
    EXPECT_EQ(folder.read("batches"), folder.read("whole")) << format;
    std::filesystem::remove(folder.path() / "batches");
  }
}

TEST(Write, WithoutItsEndNothingIsLeft) {
  const TemporaryFolder folder;
  for (const std::string format : {"csv", "json", "geojson", "gpkg", "fgb"}) {
    folder.write("a." + format, "avant");
    {
      TableWriter writer(folder.path() / ("a." + format), format);
      writer.add(placed_polygons());
    }
    EXPECT_EQ(folder.read("a." + format), "avant");
  }
  std::size_t files = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path())) ++files;
  EXPECT_EQ(files, 5U);
}

}  // namespace
}  // namespace cartouche
