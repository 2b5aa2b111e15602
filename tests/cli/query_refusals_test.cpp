// What `cartouche query` says to wrong words and wrong data: one line, the right exit code, nothing written.

#include <gmock/gmock.h>

#include "../support/small_project.h"
#include "run_command.h"

namespace {

using cartouche::testing::kSmallPoints;
using cartouche::testing::kSmallZones;
using cartouche::testing::Outcome;
using cartouche::testing::run_command;
using cartouche::testing::TemporaryFolder;
using cartouche::testing::write_small_project;
using ::testing::HasSubstr;

Outcome run(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "query");
  return run_command(arguments);
}

class QueryRefusals : public ::testing::Test {
 protected:
  QueryRefusals() {
    folder.write("zones.geojson", kSmallZones);
    folder.write("points.csv", kSmallPoints);
  }

  std::string at(const std::string& name) const { return (folder.path() / name).string(); }

  void expect_refused(const std::vector<std::string>& arguments, int code, const std::string& say) const {
    std::vector<std::string> all = arguments;
    const bool names_output = std::find(all.begin(), all.end(), "-o") != all.end();
    if (!names_output) all.insert(all.end(), {"-o", at("answer.csv")});
    const Outcome outcome = run(all);
    EXPECT_EQ(outcome.code, code) << outcome.err << say;
    EXPECT_THAT(outcome.err, HasSubstr(say));
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
    EXPECT_EQ(outcome.out, "");
    EXPECT_FALSE(std::filesystem::exists(at("answer.csv")));
  }

  // The points at hand, asked of the zones at hand, with these words more.
  std::vector<std::string> asked(const std::vector<std::string>& more) const {
    std::vector<std::string> all{
        at("points.csv"),          "--x", "lon", "--y", "lat", "--crs", "EPSG:4326", "--zones",
        "z=" + at("zones.geojson")};
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }

  TemporaryFolder folder;
};

TEST_F(QueryRefusals, OfAWrongWordNameTheNearestRightOne) {
  const struct {
    std::vector<std::string> words;
    const char* say;
  } cases[] = {
      {{"--agg", "cout"}, "--agg: no value 'cout' in «cout»; did you mean 'count'?"},
      {{"--agg", "count, cout(id)"}, "no function 'cout' in «cout(id)»; did you mean 'count'?"},
      {{"--agg", "avg(emplois)"}, "did you mean 'mean'?"},
      {{"--agg", "stddev(emplois)"}, "expected one of: count, sum, mean, median, min, max, share"},
      {{"--agg", "emplois"}, "columns stand inside an aggregate: sum(emplois)"},
      {{"--agg", "sum(emplios)"}, "no column 'emplios' in «sum(emplios)»; did you mean 'emplois'?"},
      {{"--agg", "sum(nom)"}, "numbers are needed but 'nom' is text in «sum(nom)»; to_number(nom)"},
      {{"--agg", "share(emplois)"}, "conditions are needed but 'emplois' is integer"},
      {{"--agg", "sum(geometry)"}, "the geometry is no column"},
      {{"--agg", "count where emplois > 3"}, "a condition stands inside: count(where …)"},
      {{"--agg", "sum(mean(emplois))"}, "an aggregate cannot stand inside an aggregate"},
      {{"--agg", "count, count"}, "two columns would be called 'count'"},
      {{"--group-by", "zne"}, "did you mean 'zone'?"},
      {{"--group-by", "id,id"}, "column 'id' is named twice"},
      {{"--where", "emplois > \"a\""}, "a text stands in single quotes: 'a'"},
      {{"--take", "nim"}, "did you mean 'nom'?"},
      {{"--overlap", "erorr"}, "did you mean 'error'?"},
      {{"--predicate", "dwitin:5"}, "did you mean 'dwithin'?"},
      {{"--predicate", "dwithin"}, "needs a distance in metres"},
      {{"--predicate", "dwithin:-5"}, "'-5' is negative, and a distance is not"},
      {{"--predicate", "dwithin:nan"}, "has no distance in metres"},
      {{"--predicate", "dwithin:5km"}, "write dwithin:5000, in metres without a unit"},
      {{"--predicate", "nearest:250 m"}, "write nearest:250, in metres without a unit"},
      {{"--t-srs", "EPSG:99"}, "--t-srs: there is no coordinate reference system 'EPSG:99'; EPSG:4326 is"},
      {{"--t-srs", "Lambert93"}, "did you mean 'EPSG:2154'?"},
      {{"-f", "cvs"}, "did you mean 'csv'?"},
      {{"--zones", "y="}, "--zones: 'y=' names no source"},
      {{"--zones", "ma zone=" + at("zones.geojson")},
       "'ma zone' cannot name a set of zones; a name has letters"},
      {{"--group-by", "substr(zone,1,1)"},
       "--group-by: 'substr(zone' is no name of a column; a table of a project"},
      {{"-f", "json"}, "answer.csv' is no file of format 'json'; its ending says 'csv': change one of them"},
  };
  for (const auto& one : cases) expect_refused(asked(one.words), 2, one.say);
}

TEST_F(QueryRefusals, OfAnAnswerThatCannotBeWrittenComeBeforeAnyWork) {
  const std::string before = folder.read("points.csv");
  expect_refused(asked({"-o", at("points.csv")}), 2,
                 "which is read; write it elsewhere, or under another name");
  expect_refused(asked({"-o", at("zones.geojson")}), 2,
                 "which is read; write it elsewhere, or under another name");
  expect_refused(asked({"-o", at("rien/a.csv")}), 2, "no folder '" + at("rien") + "'");
  expect_refused(asked({"-o", folder.path().string(), "-f", "csv"}), 2, "is a folder; name a file in it");
  expect_refused(asked({"-f", "gpkg", "-o", "-"}), 2, "format 'gpkg' needs a file");
  expect_refused(asked({"-f", "geojson", "-o", "-", "--t-srs", "EPSG:2154"}), 2,
                 "--t-srs: GeoJSON is in EPSG:4326 and nothing else (RFC 7946); write gpkg, fgb or csv");
  EXPECT_EQ(folder.read("points.csv"), before);
  EXPECT_EQ(folder.read("zones.geojson"), kSmallZones);
}

TEST_F(QueryRefusals, OfCoordinatesDeclaredWrongSayWhatTheyLookLike) {
  folder.write("metres.csv", "id,lon,lat\na,650000,6860000\nb,651000,6861000\n");
  folder.write("swapped.geojson",
               R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"01"},)"
               R"("geometry":{"type":"Polygon","coordinates":[[[46,2],[46,3],[47,3],[47,2],[46,2]]]}}]})");
  const auto ask = [&](const char* file, const char* x, const char* y, const char* crs, const char* zones) {
    return std::vector<std::string>{at(file), "--x", x, "--y", y, "--crs", crs, "--zones", "z=" + at(zones)};
  };
  expect_refused(ask("points.csv", "lat", "lon", "EPSG:4326", "zones.geojson"), 3, "the axes look swapped");
  expect_refused(ask("points.csv", "lon", "lat", "EPSG:2154", "zones.geojson"), 3,
                 "the coordinates look like EPSG:4326, not like EPSG:2154");
  expect_refused(ask("metres.csv", "lat", "lon", "EPSG:2154", "zones.geojson"), 3,
                 "2 of 2 would with x for y; x is the easting, y the northing");
  expect_refused(ask("metres.csv", "lon", "lat", "EPSG:4326", "zones.geojson"), 3,
                 "they look like EPSG:2154; state it");
  expect_refused(ask("points.csv", "lon", "lat", "EPSG:4326", "swapped.geojson"), 3,
                 "no zone of 'z' lies in a French territory, and 1 of 1 would with x for y");
  std::vector<std::string> without = ask("points.csv", "lon", "lat", "", "zones.geojson");
  without.erase(without.begin() + 5, without.begin() + 7);
  expect_refused(without, 2, "coordinates in columns need their CRS; state it with --crs EPSG:n");
}

TEST_F(QueryRefusals, OfDamagedOrEmptyDataNameTheFile) {
  std::filesystem::create_directory(folder.path() / "dossier");
  for (const char* name : {"vide.fgb", "vide.gpkg", "vide.csv", "vide.geojson"}) folder.write(name, "");
  folder.write("coupe.csv", "id,nom,lon\na,Alpha\n");
  folder.write("sans.geojson", R"({"type":"FeatureCollection","features":[]})");
  const struct {
    std::string zones;
    int code;
    const char* say;
  } cases[] = {
      {at("vide.fgb"), 3, "vide.fgb: the file is empty"},
      {at("vide.gpkg"), 3, "vide.gpkg: the file is empty"},
      {at("vide.csv"), 3, "vide.csv: the file is empty"},
      {at("vide.geojson"), 3, "vide.geojson: the file is empty"},
      {at("coupe.csv"), 3, "coupe.csv:2: the row has 2 fields where the header has 3"},
      {at("dossier"), 2, "is a folder, and not one of data; name a file in it"},
      {at("sans.geojson"), 3, "are empty: there is no row"},
      {at("zones.geojson") + "?where=code = '99'", 3, "are empty: no row where code = '99'"},
      {at("points.csv"), 2, "have no geometry; name their coordinates: ?x=COLUMN&y=COLUMN&crs=EPSG:n"},
  };
  for (const auto& one : cases) {
    std::vector<std::string> words = asked({});
    words.back() = "d=" + one.zones;
    expect_refused(words, one.code, one.say);
  }
}

// GDAL 3.6 hands out empty batches without end of such a file.
TEST_F(QueryRefusals, OfAFlatGeobufWithoutFeaturesEnd) {
  const Outcome written = run(asked({"--where", "id = 'personne'", "-o", at("sans.fgb"), "--quiet"}));
  ASSERT_EQ(written.code, 0) << written.err;
  std::vector<std::string> words = asked({"--predicate", "nearest"});
  words[8] = "d=" + at("sans.fgb");
  expect_refused(words, 3, "are empty: there is no row");
}

TEST_F(QueryRefusals, OfAProjectsQuestionPointAtTheWrongWord) {
  const std::string project = write_small_project(folder).string();
  std::string text = folder.read("projet.yaml");
  text.replace(text.find("figures:"), 0,
               "questions:\n  q:\n    points: projets\n    zones: { z: zones }\n"
               "    agg:\n      - count\n      - 2 * sun(emplois)\n    output: points.csv\n");
  folder.write("projet.yaml", text);
  const auto line = std::count(text.begin(), text.begin() + static_cast<long>(text.find("sun(")), '\n') + 1;
  expect_refused({project, "q"}, 2,
                 "projet.yaml:" + std::to_string(line) + ":13: no function 'sun' in «2 * sun(emplois)»");
  text.replace(text.find("sun("), 3, "sum");
  folder.write("projet.yaml", text);
  const Outcome onto_its_points = run({project, "q"});
  EXPECT_EQ(onto_its_points.code, 2);
  EXPECT_THAT(onto_its_points.err, HasSubstr("projet.yaml:" + std::to_string(line + 1)));
  EXPECT_THAT(onto_its_points.err, HasSubstr("points.csv', which is read"));
}

}  // namespace
