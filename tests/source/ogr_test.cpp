#include "../../src/source/ogr_read.h"

#include "support.h"

namespace cartouche {
namespace {

using source_internal::read_ogr;
using source_internal::RowReading;
using testing::column_names;
using testing::complaint_of;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::inspected;
using testing::read_file_as_table;
using ::testing::SizeIs;
using ::testing::StartsWith;
using testing::TemporaryFolder;
using testing::texts;

std::string feature(const std::string& properties, const std::string& geometry) {
  return R"({"type":"Feature","properties":)" + properties + R"(,"geometry":)" + geometry + "}";
}
std::string collection(const std::vector<std::string>& features) {
  std::string text = R"({"type":"FeatureCollection","features":[)";
  for (const std::string& one : features) text += (&one == &features.front() ? "" : ",") + one;
  return text + "]}";
}
const char* const kSquare = R"({"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]})";
const char* const kTwoSquares =
    R"({"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[[[5,5],[6,5],[6,6],[5,5]]]]})";
const char* const kPoint = R"({"type":"Point","coordinates":[2,48]})";

Table read_geojson(const std::string& text, ReadOptions options = {}, Diagnostics* notes = nullptr) {
  const TemporaryFolder folder;
  return read_file_as_table(folder.write("zones.geojson", text), std::move(options), notes);
}

std::string csv(const Table& table) {
  return write_table_to_string(table, "csv");
}

TEST(Ogr, ReadsColumnsWithTheirTypes) {
  const Table table = read_geojson(collection({
      feature(
          R"({"code":"01004","n":5,"grand":5000000000,"taux":1.5,"ok":true,"le":"2021-09-24","rien":null})",
          kSquare),
      feature(R"({"code":null,"n":null,"grand":1,"taux":null,"ok":false,"le":null,"rien":null})",
              kTwoSquares),
  }));
  EXPECT_THAT(column_names(table), ElementsAre("code", "n", "grand", "taux", "ok", "le", "rien"));
  const Type types[] = {Type::text,    Type::integer, Type::integer, Type::real,
                        Type::boolean, Type::text,    Type::text};
  for (std::size_t i = 0; i < std::size(types); ++i) EXPECT_EQ(table.columns()[i].type(), types[i]) << i;
  EXPECT_THAT(texts(table, "code"), ElementsAre("01004", "-"));
  EXPECT_THAT(texts(table, "n"), ElementsAre("5", "-"));
  EXPECT_THAT(texts(table, "grand"), ElementsAre("5000000000", "1"));
  EXPECT_THAT(texts(table, "taux"), ElementsAre("1.5", "-"));
  EXPECT_THAT(texts(table, "ok"), ElementsAre("true", "false"));
  EXPECT_THAT(texts(table, "le"), ElementsAre("2021-09-24", "-"));
  EXPECT_EQ(table.geometry()->crs.definition(), "EPSG:4326");
  EXPECT_EQ(table.geometry()->shapes.kind(), GeometryKind::polygon);
  EXPECT_EQ(table.geometry()->shapes.part_count(), 3U);
}

TEST(Ogr, WritesDatesAndTimesAsIso8601) {
  const Table table = read_geojson(collection({feature(
      R"({"jour":"2021/09/24","heure":"12:30:05","instant":"2021-09-24T12:30:00+02:00","utc":"2021-09-24T12:30:00.250Z"})",
      kPoint)}));
  EXPECT_THAT(texts(table, "jour"), ElementsAre("2021-09-24"));
  EXPECT_THAT(texts(table, "heure"), ElementsAre("12:30:05"));
  EXPECT_THAT(texts(table, "instant"), ElementsAre("2021-09-24T12:30:00+02:00"));
  EXPECT_THAT(texts(table, "utc"), ElementsAre("2021-09-24T12:30:00.250Z"));
}

TEST(Ogr, JoinsListsWithSlashes) {
  const Table table = read_geojson(collection({feature(R"({"mots":["a","b"],"nombres":[1,2,3]})", kPoint)}));
  EXPECT_THAT(texts(table, "mots"), ElementsAre("a/b"));
  EXPECT_THAT(texts(table, "nombres"), ElementsAre("1/2/3"));
}

TEST(Ogr, GivesTheSameTableInBatchesAndFeatureByFeature) {
  std::vector<std::string> features;
  for (int i = 0; i < 50; ++i) {
    const std::string number = std::to_string(i);
    const std::string value = i % 3 == 0 ? "null" : number;
    features.push_back(feature(R"({"code":"0)" + number + R"(","n":)" + value + R"(,"r":)" + value +
                                   R"(.5,"ok":)" + (i % 2 == 0 ? "true" : "null") + R"(,"t":)" +
                                   (i % 5 == 0 ? "null" : "\"é" + number + "\"") + "}",
                               i % 7 == 0 ? "null" : (i % 2 == 0 ? kSquare : kTwoSquares)));
    if (i % 3 == 0) {  // "null.5" is no JSON
      const std::size_t at = features.back().find("null.5");
      features.back().erase(at + 4, 2);
    }
  }
  const TemporaryFolder folder;
  ReadOptions options;
  options.path = folder.write("zones.geojson", collection(features)).string();
  const Table all = read_file_as_table(options.path);
  std::vector<GeometryArray::Index> placed;  // FlatGeobuf holds no others
  for (GeometryArray::Index row = 0; row < all.row_count(); ++row)
    if (!all.geometry()->shapes.is_missing(row)) placed.push_back(row);
  for (const char* format : {"gpkg", "fgb", "geojson"}) {
    options.path = (folder.path() / (std::string("copie.") + format)).string();
    const Table table = *format == 'f' ? all.take(placed) : all;
    write_table(table, options.path, format);
    for (const char* where : {"", "n > 20", "ok is not null"}) {
      for (const std::optional<Box>& bounds : {std::optional<Box>(), std::optional(Box{{4, 4}, {7, 7}})}) {
        for (const std::vector<std::string>& columns :
             {std::vector<std::string>(), std::vector<std::string>{"code", "t", "n", "r"}}) {
          options.where = where;
          options.bounds = bounds;
          options.columns = columns;
          Diagnostics notes;
          const Table batches = read_ogr(options, notes, RowReading::batches);
          const Table rows = read_ogr(options, notes, RowReading::features);
          const std::string what = std::string(format) + " " + where + (bounds ? " bounds" : "");
          EXPECT_EQ(csv(batches), csv(rows)) << what;
          EXPECT_EQ(batches.geometry()->shapes, rows.geometry()->shapes) << what;
          if (columns.empty() && *where == '\0' && !bounds) {
            EXPECT_EQ(csv(batches), csv(table)) << what;
          }
          if (!columns.empty()) {
            EXPECT_THAT(batches.columns(), SizeIs(::testing::Ge(2U))) << what;
          }
        }
      }
    }
  }
}

TEST(Ogr, FiltersByAttributeAndByBounds) {
  const std::string text = collection({feature(R"({"n":1})", kSquare), feature(R"({"n":2})", kTwoSquares)});
  ReadOptions options;
  options.where = "n = 2";
  EXPECT_THAT(texts(read_geojson(text, options), "n"), ElementsAre("2"));
  options.where.clear();
  options.bounds = Box{{4, 4}, {7, 7}};
  EXPECT_THAT(texts(read_geojson(text, options), "n"), ElementsAre("2"));
  options.where = "m = 2";
  EXPECT_EQ(complaint_of([&] { read_geojson(text, options); }).code, 2);
}

TEST(Ogr, ReadsOnlyTheColumnsAskedFor) {
  ReadOptions options;
  options.columns = {"c", "a"};
  const Table table = read_geojson(collection({feature(R"({"a":1,"b":2,"c":3})", kPoint)}), options);
  EXPECT_THAT(column_names(table), ElementsAre("a", "c"));
  options.where = "b = 2";
  EXPECT_THAT(column_names(read_geojson(collection({feature(R"({"a":1,"b":2,"c":3})", kPoint)}), options)),
              ElementsAre("a", "c"));
}

TEST(Ogr, LetsStatedTypesWin) {
  const std::string text = collection({feature(R"({"a":"12","b":7,"c":"1,5"})", kPoint)});
  ReadOptions options;
  options.types = {{"a", Type::integer}, {"b", Type::text}, {"c", Type::real}};
  const Table table = read_geojson(text, options);
  EXPECT_EQ(table.column("a").integers()[0], 12);
  EXPECT_EQ(table.column("b").texts()[0], "7");
  EXPECT_EQ(table.column("c").reals()[0], 1.5);
  options.types = {{"c", Type::integer}};
  const auto complaint = complaint_of([&] { read_geojson(text, options); });
  EXPECT_EQ(complaint.code, 3);
  EXPECT_THAT(complaint.line, HasSubstr("row 1: '1,5' in column 'c' does not fit the stated type integer"));
}

TEST(Ogr, RefusesMixedKindsNamingTheFirst) {
  const auto complaint = complaint_of([] {
    read_geojson(collection({feature("{}", kSquare), feature("{}", kPoint)}));
  });
  EXPECT_EQ(complaint.code, 3);
  EXPECT_THAT(complaint.line, HasSubstr("feature 2 is a point where those before are polygons"));
}

TEST(Ogr, PlacesRowsByColumnsOfAnySource) {
  ReadOptions options;
  options.x = "lon";
  options.y = "lat";
  options.crs = "EPSG:4326";
  const Table table = read_geojson(collection({feature(R"({"lon":"2.5","lat":48})", "null")}), options);
  EXPECT_THAT(table.geometry()->shapes.points(), ElementsAre(Point{2.5, 48}));
}

TEST(Ogr, NeedsACrsFromTheSourceOrStated) {
  const TemporaryFolder folder;
  const auto file = folder.write(
      "t.topojson",
      R"({"type":"Topology","objects":{"z":{"type":"GeometryCollection","geometries":[{"type":"Polygon","properties":{"code":"01"},"arcs":[[0]]}]}},"arcs":[[[0,0],[1,0],[1,1],[0,0]]]})");
  ReadOptions options;
  options.asked_at = {"projet.yaml", 7, 3};
  const auto complaint = complaint_of([&] { read_file_as_table(file, options); }, folder.path().string());
  EXPECT_EQ(complaint.code, 2);
  EXPECT_EQ(complaint.line, "projet.yaml:7:3: 't.topojson' does not say its CRS; state it with crs: EPSG:…");
  options.crs = "EPSG:4326";
  EXPECT_EQ(read_file_as_table(file, options).geometry()->crs.definition(), "EPSG:4326");
}

TEST(Ogr, LetsAStatedCrsWinAndSaysSo) {
  ReadOptions options;
  options.crs = "EPSG:2154";
  Diagnostics notes;
  const Table table = read_geojson(collection({feature("{}", kPoint)}), options, &notes);
  EXPECT_EQ(table.geometry()->crs.definition(), "EPSG:2154");
  ASSERT_THAT(notes.all(), SizeIs(2));
  EXPECT_EQ(notes.all()[0].severity, Severity::note);
  EXPECT_EQ(notes.all()[1].code, "wrong-crs") << "degrees are no Lambert-93";
  options.crs = "EPSG:4326";
  Diagnostics none;
  read_geojson(collection({feature("{}", kPoint)}), options, &none);
  EXPECT_THAT(none.all(), SizeIs(0));
}

TEST(Ogr, NamesWhatIsMissingAndWhatIsNear) {
  const TemporaryFolder folder;
  folder.write("communes.geojson", collection({feature(R"({"code":"01004"})", kPoint)}));
  const std::string whole = (folder.path() / "communes.geojson").string();
  const struct {
    std::string path;
    std::string layer, id;
    const char* line;
  } cases[] = {
      {(folder.path() / "comunes.geojson").string(), "", "",
       "no file 'comunes.geojson'; did you mean 'communes.geojson'?"},
      {(folder.path() / "rien" / "x.fgb").string(), "", "",
       "no file 'rien/x.fgb'; there is no folder 'rien'"},
      {whole, "comune", "", "'communes.geojson' has no layer 'comune'; did you mean 'communes'?"},
      {whole, "", "cod", "'communes.geojson' has no column 'cod' for the id; did you mean 'code'?"},
  };
  for (const auto& one : cases) {
    ReadOptions options;
    options.layer = one.layer;
    options.id = one.id;
    const auto complaint =
        complaint_of([&] { read_file_as_table(one.path, options); }, folder.path().string());
    EXPECT_EQ(complaint.line, one.line);
    EXPECT_EQ(complaint.code, 2);
  }
}

TEST(Ogr, ReportsUnreadableFilesInOneLine) {
  const TemporaryFolder folder;
  const std::string whole =
      collection(std::vector<std::string>(200, feature(R"({"code":"01004"})", kTwoSquares)));
  const Table table = read_file_as_table(folder.write("zones.geojson", whole));
  for (const char* format : {"gpkg", "fgb"})
    write_table(table, folder.path() / (std::string("zones.") + format), format);
  for (const char* name : {"zones.geojson", "zones.gpkg", "zones.fgb"}) {
    const std::string bytes = folder.read(name);
    ASSERT_GT(bytes.size(), 1000U) << name;
    for (const std::size_t left : {bytes.size() / 2, bytes.size() - bytes.size() / 8, std::size_t{100}}) {
      const auto cut = folder.write(std::string("coupe-") + name, bytes.substr(0, left));
      const auto complaint = complaint_of([&] { read_file_as_table(cut); }, folder.path().string());
      EXPECT_EQ(complaint.code, 3) << name << " " << left << " " << complaint.line;
      EXPECT_THAT(complaint.line, StartsWith("coupe-"));
      EXPECT_EQ(complaint.line.find('\n'), std::string::npos);
    }
  }
  const auto text = folder.write("bruit.bin", "rien que du bruit");
  EXPECT_EQ(complaint_of([&] { read_file_as_table(text); }).code, 3);
}

TEST(Ogr, SaysThatADatabaseDoesNotAnswerWithoutItsPassword) {
  ReadOptions options;
  options.path = "PG:host=localhost port=1 dbname=atlas user=moi password='mon secret'";
  Diagnostics notes;
  const auto complaint = complaint_of([&] { read_source(options, notes); });
  EXPECT_EQ(complaint.code, 3);
  EXPECT_THAT(complaint.line, StartsWith("PG:host=localhost port=1 dbname=atlas user=moi password=…: "));
  EXPECT_EQ(complaint.line.find("secret"), std::string::npos);
  EXPECT_EQ(complaint.line.find('\n'), std::string::npos);
}

TEST(Ogr, ListsTheLayersWhereSeveralAreThere) {
  const TemporaryFolder folder;
  folder.write("a.csv", "x\n1\n");
  folder.write("b.geojson", collection({feature("{}", kPoint)}));
  // A topology with two objects has two layers.
  const auto file = folder.write(
      "t.topojson",
      R"({"type":"Topology","objects":{"communes":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[0,0]}]},"epci":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,1]}]}},"arcs":[]})");
  const auto complaint = complaint_of([&] { read_file_as_table(file); }, folder.path().string());
  EXPECT_EQ(complaint.code, 2);
  EXPECT_EQ(complaint.line, "'t.topojson' has 2 layers; name one with layer: communes, epci");
  ReadOptions options;
  options.layer = "epci";
  options.crs = "EPSG:4326";
  EXPECT_THAT(read_file_as_table(file, options).geometry()->shapes.points(), ElementsAre(Point{1, 1}));
}

TEST(Inspect, ShowsWhatASourceHolds) {
  const TemporaryFolder folder;
  const auto zones =
      folder.write("zones.geojson", collection({feature(R"({"code":"01","n":1,"le":"2021-09-24"})", kSquare),
                                                feature(R"({"code":"02","n":2,"le":null})", kSquare)}));
  const SourceInfo info = inspected(zones);
  EXPECT_EQ(info.driver, "GeoJSON");
  ASSERT_THAT(info.layers, SizeIs(1));
  const LayerInfo& layer = info.layers[0];
  EXPECT_EQ(layer.name, "zones");
  EXPECT_EQ(layer.geometry, "Polygon");
  EXPECT_EQ(layer.count, 2);
  EXPECT_EQ(layer.crs, "EPSG:4326 (WGS 84)");
  EXPECT_EQ(layer.extent, (Box{{0, 0}, {1, 1}}));
  ASSERT_THAT(layer.fields, SizeIs(3));
  EXPECT_EQ(layer.fields[0].name + " " + layer.fields[0].type, "code text");
  EXPECT_EQ(layer.fields[1].name + " " + layer.fields[1].type, "n integer");
  EXPECT_EQ(layer.fields[2].name + " " + layer.fields[2].type, "le date");
  EXPECT_EQ(complaint_of([&] { inspected(zones, "zone"); }).code, 2);

  const SourceInfo text = inspected(folder.write("t.csv", "insee,n\n01004,1\n"));
  EXPECT_EQ(text.driver, "CSV");
  ASSERT_THAT(text.layers, SizeIs(1));
  EXPECT_EQ(text.layers[0].count, 1);
  EXPECT_EQ(text.layers[0].geometry, "");
  EXPECT_FALSE(text.layers[0].extent);
  EXPECT_EQ(text.layers[0].fields[1].type, "integer");
}

TEST(SplitLayer, CutsAtTheColonThatNamesALayer) {
  const struct {
    const char* source;
    const char* path;
    const char* layer;
  } cases[] = {
      {"a.gpkg:commune", "a.gpkg", "commune"},
      {"a.gpkg", "a.gpkg", ""},
      {"dossier:x/a.gpkg", "dossier:x/a.gpkg", ""},
      {"dossier:x/a.gpkg:epci", "dossier:x/a.gpkg", "epci"},
      {"a.gpkg:", "a.gpkg:", ""},
      {"C:a.gpkg", "C:a.gpkg", ""},
      {"PG:dbname=atlas", "PG:dbname=atlas", ""},
      {"PG:service", "PG:service", ""},
      {"https://example.org/a.geojson", "https://example.org/a.geojson", ""},
      {"/vsizip/a.zip/a.gpkg:epci", "/vsizip/a.zip/a.gpkg", "epci"},
      {"-", "-", ""},
  };
  for (const auto& one : cases) {
    const auto [path, layer] = split_layer(one.source);
    EXPECT_EQ(path, one.path) << one.source;
    EXPECT_EQ(layer, one.layer) << one.source;
  }
  const TemporaryFolder folder;
  const std::string odd = folder.write("a:b", "x\n").string();
  EXPECT_EQ(split_layer(odd).first, odd);
}

}  // namespace
}  // namespace cartouche
