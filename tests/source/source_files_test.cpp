#include "cartouche/source/source_files.h"

#include <gmock/gmock.h>

#include "../support/temporary_folder.h"

namespace cartouche {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(SourceFiles, AreTheFileAndThoseThatItsFormatKeepsBeside) {
  EXPECT_THAT(source_files("a/zones.geojson"), ElementsAre("a/zones.geojson"));
  EXPECT_THAT(source_files("a/zones.csv.gz"), ElementsAre("a/zones.csv.gz"));
  EXPECT_THAT(source_files("a/zones.shp"), Contains("a/zones.dbf"));
  EXPECT_THAT(source_files("a/zones.shp"), Contains("a/zones.cpg"));
  EXPECT_THAT(source_files("a/ZONES.SHP"), Contains("a/ZONES.PRJ"));
  EXPECT_THAT(source_files("a/zones.mif"), ElementsAre("a/zones.mif", "a/zones.mid"));
}

TEST(SourceFiles, AreNoneOfADatabaseOrAnAddress) {
  for (const char* path : {"PG:dbname=a", "-", "https://example.org/a.csv",
                           "/vsicurl/https://example.org/a.csv", "/vsimem/a.geojson", "/vsizip/"})
    EXPECT_THAT(source_files(path), IsEmpty()) << path;
}

TEST(SourceFiles, OfAPathIntoAnArchiveAreTheArchive) {
  const testing::TemporaryFolder folder;
  const auto zip = folder.write("communes.zip", "");
  const auto packed = folder.write("communes.csv.gz", "");
  EXPECT_THAT(source_files("/vsizip/" + zip.string() + "/a/communes.shp"), ElementsAre(zip));
  EXPECT_THAT(source_files(zip.string()), ElementsAre(zip));
  EXPECT_THAT(source_files(zip.string() + ":a/communes.shp"), ElementsAre(zip));
  EXPECT_THAT(source_files("/vsizip/{" + zip.string() + "}/communes.shp"), ElementsAre(zip));
  EXPECT_THAT(source_files("/vsigzip/" + packed.string()), ElementsAre(packed));
  EXPECT_THAT(source_files("/vsizip/vsizip/" + zip.string() + "/inner.zip/a.shp"), IsEmpty());
  EXPECT_THAT(source_files("/vsizip//vsigzip/" + packed.string() + "/a.shp"), ElementsAre(packed));
}

TEST(SourceFiles, AreThoseThatAConnectionOrAVirtualFileNames) {
  const testing::TemporaryFolder folder;
  const auto packed = folder.write("zones.gpkg", "x");
  EXPECT_THAT(source_files("GPKG:" + packed.string() + ":communes"), ElementsAre(packed));
  EXPECT_THAT(source_files("SQLITE:\"" + packed.string() + "\""), ElementsAre(packed));
  const auto table = folder.write("t.csv", "a,b\n1,2\n");
  const auto virtual_file =
      folder.write("v.vrt", "<OGRVRTDataSource><OGRVRTLayer name='t'><SrcDataSource>" + table.string() +
                                "</SrcDataSource><SrcLayer>t</SrcLayer></OGRVRTLayer></OGRVRTDataSource>");
  EXPECT_THAT(source_files(virtual_file.string()), Contains(table));
}

}  // namespace
}  // namespace cartouche
