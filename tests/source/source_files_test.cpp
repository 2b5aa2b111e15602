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
  EXPECT_THAT(source_files("/vsizip/{" + zip.string() + "}/communes.shp"), ElementsAre(zip));
  EXPECT_THAT(source_files("/vsigzip/" + packed.string()), ElementsAre(packed));
  EXPECT_THAT(source_files("/vsizip/vsizip/" + zip.string() + "/inner.zip/a.shp"), IsEmpty());
  EXPECT_THAT(source_files("/vsizip//vsigzip/" + packed.string() + "/a.shp"), ElementsAre(packed));
}

}  // namespace
}  // namespace cartouche
