#include <gmock/gmock.h>

#include <fstream>

#include <nlohmann/json.hpp>

#include "../support/small_project.h"
#include "cartouche/source/source.h"
#include "run_command.h"

namespace {

using cartouche::testing::kSmallPoints;
using cartouche::testing::kSmallZones;
using cartouche::testing::Outcome;
using cartouche::testing::run_command;
using cartouche::testing::TemporaryFolder;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// The small zones and points, and a list of communes for which the zones stand.
class Query : public ::testing::Test {
 protected:
  Query() {
    zones = folder.write("zones.geojson", kSmallZones).string();
    points = folder.write("points.csv", kSmallPoints).string();
    list = folder.write("liste.csv", "insee,zrr,contrat\n01,1,b\n03,1,a\n99,0,a\n").string();
    merged = folder.write("anciennes.csv", "insee,insee_actuel\n03,02\n").string();
  }

  Outcome run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "query");
    return run_command(arguments);
  }
  Outcome ask(std::vector<std::string> more) const {
    std::vector<std::string> all{points, "--x", "lon", "--y", "lat", "--crs", "EPSG:4326"};
    all.insert(all.end(), more.begin(), more.end());
    return run(all);
  }

  TemporaryFolder folder;
  std::string zones, points, list, merged;
};

TEST_F(Query, PrintsTotalsAsAnAlignedTable) {
  const Outcome outcome = ask({"--zones", "z=" + zones + "?key=code", "--group-by", "z", "--agg",
                               "count, sum(emplois), share(dans_z) as part"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.out,
            "z   count  sum_emplois  part\n"
            "01      2           30     1\n"
            "02      2           12     1\n");
  EXPECT_THAT(outcome.err, HasSubstr("4 rows of '"));
}

TEST_F(Query, WritesTheFormatOfTheFilesSuffix) {
  for (const char* name : {"a.csv", "a.json", "a.geojson", "a.gpkg", "a.fgb", "a.txt"}) {
    const auto file = folder.path() / name;
    const Outcome outcome = ask({"--zones", zones, "-o", file.string(), "--quiet"});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_GT(std::filesystem::file_size(file), 100U) << name;
    EXPECT_THAT(outcome.out + outcome.err, IsEmpty());
  }
  const auto json = nlohmann::json::parse(folder.read("a.geojson"));
  EXPECT_EQ(json["features"].size(), 4U);
  EXPECT_EQ(json["features"][0]["properties"]["zones"], "01");
  EXPECT_EQ(json["features"][0]["properties"]["dans_une_zone"], true);
}

TEST_F(Query, TakesZonesFromAListOfCommunesThroughMerges) {
  const Outcome outcome =
      ask({"--zones", "ZRR=" + list + "?commune=insee&where=zrr = 1", "--zones",
           "CV=" + list + "?commune=insee&key=contrat", "--communes", zones + "?code=code", "--through",
           merged, "--agg", "count, count(where dans_ZRR) as zrr, count(distinct CV) as contrats"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.out,
            "count  zrr  contrats\n"
            "    4    4         2\n");
  EXPECT_THAT(outcome.err, HasSubstr("03 → 02"));
  EXPECT_THAT(outcome.err, HasSubstr("1 code of 'liste' is of no commune (99)"));
}

TEST_F(Query, PlacesPointsByCommune) {
  const Outcome outcome = run({points, "--commune", "zone", "--communes", zones + "?code=code", "--zones",
                               "z=" + zones, "-f", "csv", "--quiet"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("p1,Alpha,2.3,46.3,01,10,01,true,true,metropole,2.5,46.5"));
}

TEST_F(Query, AsksEachSetWithItsOwnPredicate) {
  const Outcome outcome =
      ask({"--zones", "z=" + zones, "--zones", "p=" + points + "?x=lon&y=lat&crs=EPSG:4326", "--predicate",
           "p=nearest", "--where", "distance_p > 0 or p <> id", "--agg", "count"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "count\n    0\n");
}

TEST_F(Query, RefusesWhatItCannotDoWithOneLineAndNothingWritten) {
  const auto file = (folder.path() / "answer.gpkg").string();
  const auto empty = folder.write("vide.geojson", R"({"type":"FeatureCollection","features":[]})").string();
  const auto cut = folder.write("coupe.geojson", std::string(kSmallZones).substr(0, 200)).string();
  struct Case {
    std::vector<std::string> arguments;
    int code;
    const char* say;
  };
  const std::vector<Case> cases{
      {{}, 2, "no zones to ask of"},
      {{"--zones", zones, "-f", "gpgk"}, 2, "did you mean 'gpkg'"},
      {{"--zones", zones + "?kye=code"}, 2, "did you mean 'key'"},
      {{"--zones", zones, "--predicate", "zone=within"}, 2, "did you mean 'zones'"},
      {{"--zones", zones, "--group-by", "zne"}, 2, "did you mean 'zone'"},
      {{"--zones", zones, "--agg", "sum(nom)"}, 2, "text"},
      {{"--zones", "z=" + list + "?commune=insee"}, 2, "--communes FILE"},
      {{"--zones", folder.path().string() + "/rien.fgb"}, 2, "rien.fgb"},
      {{"--zones", empty}, 3, "empty"},
      {{"--zones", cut}, 3, "coupe.geojson"},
      {{"--zones", "PG:host=127.0.0.1 port=1 dbname=rien connect_timeout=2"}, 3, "PG:"},
  };
  for (const Case& one : cases) {
    std::vector<std::string> arguments = one.arguments;
    arguments.insert(arguments.end(), {"-o", file});
    const Outcome outcome = ask(arguments);
    EXPECT_EQ(outcome.code, one.code) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr(one.say));
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
    EXPECT_FALSE(std::filesystem::exists(file));
  }
}

TEST_F(Query, NamesSwappedAxesAndAMissingCrs) {
  const Outcome swapped = run({points, "--x", "lat", "--y", "lon", "--crs", "EPSG:4326", "--zones", zones});
  EXPECT_EQ(swapped.code, 3) << swapped.err;
  EXPECT_THAT(swapped.err, HasSubstr("swap"));
  const Outcome without = run({points, "--x", "lon", "--y", "lat", "--zones", zones});
  EXPECT_EQ(without.code, 2) << without.err;
  EXPECT_THAT(without.err, HasSubstr("crs"));
}

// A FlatGeobuf and a GeoPackage drop rows themselves where they can, delimited text cannot.
TEST_F(Query, AConditionGivesTheSameRowsWhereverItIsAsked) {
  cartouche::ReadOptions options;
  options.path = points;
  options.x = "lon";
  options.y = "lat";
  options.crs = "EPSG:4326";
  cartouche::Diagnostics notes;
  const cartouche::Table placed = cartouche::read_source(options, notes);
  for (const char* format : {"gpkg", "fgb"})
    cartouche::write_table(placed, folder.path() / (std::string("p.") + format), format);
  const auto rows_of = [&](const std::string& source, const std::string& condition) {
    std::vector<std::string> asked{
        source, "--zones", "y=" + zones + "?key=code", "--where", condition, "--quiet", "--take", "ti",
        "-f",   "json"};
    const Outcome outcome = run(asked);
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    nlohmann::json all = nlohmann::json::parse(outcome.out);
    std::string text;
    for (const auto& row : all)
      text += row.at("id").dump() + row.at("nom").dump() + row.at("ti").dump() + " ";
    return text;
  };
  std::size_t different = 0;
  for (const char* condition :
       {"emplois > 10", "dans_y and emplois > 10", "emplois > 10 and dans_y", "emplois is null or dans_y",
        "id like 'p%' and not dans_y", "zone = '01'", "fold(id) = 'p1' and emplois >= 10", "false"}) {
    const std::string expected = rows_of((folder.path() / "p.gpkg").string(), condition);
    different += expected.empty() ? 0 : 1;
    EXPECT_EQ(rows_of((folder.path() / "p.fgb").string(), condition), expected) << condition;
    EXPECT_EQ(rows_of(points + "?x=lon&y=lat&crs=EPSG:4326", condition), expected) << condition;
  }
  EXPECT_GT(different, 4U);
}

TEST_F(Query, AnAnswerThatCannotBeWrittenToStandardOutputIsAnError) {
  std::ofstream full("/dev/full");
  if (!full) GTEST_SKIP() << "this system has no /dev/full";
  std::ostringstream err;
  const int code = cartouche::cli::run({"query", points, "--x", "lon", "--y", "lat", "--crs", "EPSG:4326",
                                        "--zones", zones, "-f", "csv", "--quiet"},
                                       full, err);
  EXPECT_EQ(code, 3);
  EXPECT_EQ(err.str(), "cartouche: standard output cannot be written\n");
}

TEST_F(Query, AnAmpersandInQuotesIsPartOfAnExpression) {
  const Outcome outcome =
      ask({"--zones", "z=" + zones + "?where=nom <> 'Est & Nord' and nom = 'Est'&key=code", "--agg",
           "count(where dans_z) as n", "-f", "csv", "--quiet"});
  EXPECT_EQ(outcome.out, "n\n2\n") << outcome.err;
}

TEST_F(Query, AZoneWithoutANameAddsNothingBesideNamedOnes) {
  const std::string unnamed = folder
                                  .write("sans.geojson", R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"k":null},"geometry":{"type":"Polygon","coordinates":[[[2,46],[4,46],[4,47],[2,47],[2,46]]]}},
{"type":"Feature","properties":{"k":"b"},"geometry":{"type":"Polygon","coordinates":[[[2,46],[3,46],[3,47],[2,47],[2,46]]]}}]})")
                                  .string();
  for (const char* overlap : {"all", "first"}) {
    const Outcome outcome = ask({"--zones", "z=" + unnamed + "?key=k", "--overlap", overlap, "--group-by",
                                 "z,dans_z", "--agg", "count", "-f", "csv", "--quiet"});
    EXPECT_EQ(outcome.out, "z,dans_z,count\n\"\",true,2\nb,true,2\n") << outcome.err;
  }
}

TEST_F(Query, CodesThatLostTheirZeroAndCodesOfNothingAreNamed) {
  const std::string lost = folder.write("perdus.csv", "insee,zrr\n1,1\n02,1\n").string();
  const std::string asked = "z=" + lost + "?commune=insee";
  const Outcome outcome = ask({"--zones", asked, "--communes", zones + "?code=code", "--agg", "count"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_THAT(outcome.err,
              HasSubstr("1 code in column 'insee' of 'perdus' would match, but lost their zeros"));
  const Outcome none = ask({"--zones", asked, "--communes", zones + "?code=nom", "--agg", "count"});
  EXPECT_EQ(none.code, 3);
  EXPECT_THAT(none.err, HasSubstr("has one of the 2 codes in column 'insee' of 'perdus' as 'nom'"));
}

TEST_F(Query, TotalsAreRefusedAsFlatGeobufBeforeAnyWork) {
  const Outcome outcome =
      ask({"--zones", "z=nulle-part.fgb", "--agg", "count", "-o", (folder.path() / "t.fgb").string()});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("totals have no place on the map"));
}

}  // namespace
