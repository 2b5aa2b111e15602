// PostGIS as a source: tables, views, schemas, geometry columns, and what is said where it cannot be read.

#include "fixture.h"

namespace cartouche {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::PostgresServer;

constexpr const char* kTables = R"sql(
create schema atlas;
create table atlas.zones (gid serial primary key, code text, nom varchar(20), pop integer, part numeric(6,2),
                          actif boolean, vu date, geom geometry(MultiPolygon, 4326), centre geometry(Point, 2154));
insert into atlas.zones (code, nom, pop, part, actif, vu, geom, centre) values
  ('01', 'Ouest', 10, 12.5, true, '2021-04-01', 'SRID=4326;MULTIPOLYGON(((2 46,3 46,3 47,2 47,2 46)))',
   'SRID=2154;POINT(650000 6600000)'),
  ('02', 'Est', null, null, false, null, 'SRID=4326;MULTIPOLYGON(((3 46,4 46,4 47,3 47,3 46)))', null);
create index on atlas.zones using gist (geom);
create view atlas.grandes as select code, geom from atlas.zones where pop > 5;
create table public.projets (id text primary key, emplois bigint, geom geometry(Point, 4326));
insert into projets values ('p1', 10, 'SRID=4326;POINT(2.3 46.3)'), ('p2', 20, 'SRID=4326;POINT(2.7 46.6)'),
                           ('p3', 5, 'SRID=4326;POINT(3.4 46.4)'), ('p4', 7, null);
create table public.sans_srid (id integer, geom geometry);
insert into sans_srid values (1, 'POINT(2 46)');
create table public."Accents et espaces" ("Nom complet" text, geom geometry(Point, 4326));
insert into "Accents et espaces" values ('é', 'SRID=4326;POINT(2 46)');
)sql";

class PostgisSource : public testing::PostgisTest {
 protected:
  void SetUp() override {
    PostgisTest::SetUp();
    if (IsSkipped()) return;
    static const std::string error = server().run(kTables);
    ASSERT_EQ(error, "");
  }
  static Table read(const std::string& layer, const std::function<void(ReadOptions&)>& change = {}) {
    ReadOptions options;
    options.path = server().connection();
    options.layer = layer;
    if (change) change(options);
    Diagnostics notes;
    return read_source(options, notes);
  }
  static std::string error_of(const std::string& layer, const std::string& path, ExitCode code) {
    try {
      read(layer, [&](ReadOptions& options) { options.path = path; });
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), code) << error.what();
      return error.what();
    }
    return "no error";
  }
  static std::vector<std::string> names(const Table& table) {
    std::vector<std::string> all;
    for (const Column& column : table.columns()) all.push_back(column.name());
    return all;
  }
};

TEST_F(PostgisSource, ATableOfASchemaHasAllItsColumnsWithTheirTypesAndItsCrs) {
  const Table zones = read("atlas.zones(geom)");
  EXPECT_THAT(names(zones), ElementsAre("gid", "code", "nom", "pop", "part", "actif", "vu"));
  EXPECT_EQ(zones.row_count(), 2U);
  EXPECT_EQ(zones.column("gid").integers(), (Column::Integers{1, 2}));
  EXPECT_EQ(zones.column("pop").type(), Type::integer);
  EXPECT_EQ(zones.column("part").type(), Type::real);
  EXPECT_EQ(zones.column("actif").type(), Type::boolean);
  EXPECT_EQ(zones.column("vu").text(0), "2021-04-01");
  EXPECT_FALSE(zones.column("pop").is_valid(1));
  EXPECT_EQ(zones.geometry()->crs.definition(), "EPSG:4326");
  EXPECT_EQ(zones.geometry()->shapes.kind(), GeometryKind::polygon);
}

TEST_F(PostgisSource, OfSeveralGeometryColumnsTheNamedOneIsRead) {
  const Table centres = read("atlas.zones(centre)");
  EXPECT_EQ(centres.geometry()->crs.definition(), "EPSG:2154");
  EXPECT_EQ(centres.geometry()->shapes.kind(), GeometryKind::point);
  EXPECT_TRUE(centres.geometry()->shapes.is_missing(1));
}

TEST_F(PostgisSource, AnIntegerKeyMayNameTheRows) {
  const Table zones = read("atlas.zones(geom)", [](ReadOptions& options) { options.id = "gid"; });
  EXPECT_EQ(zones.row_id(1), "2");
  const Table some = read("atlas.zones(geom)", [](ReadOptions& options) {
    options.columns = {"gid", "nom"};
  });
  EXPECT_THAT(names(some), ElementsAre("gid", "nom"));
}

TEST_F(PostgisSource, ViewsQuotedNamesAndUrisAreRead) {
  EXPECT_EQ(read("atlas.grandes").row_count(), 1U);
  EXPECT_EQ(read("Accents et espaces").column("Nom complet").text(0), "é");
  EXPECT_EQ(read("projets", [](ReadOptions& options) { options.path = server().uri(); }).row_count(), 4U);
}

TEST_F(PostgisSource, FiltersAreAskedOfTheDatabase) {
  const Table east = read("projets", [](ReadOptions& options) { options.bounds = Box{{3, 46}, {4, 47}}; });
  EXPECT_EQ(east.row_count(), 1U);
  const Table many = read("projets", [](ReadOptions& options) { options.where = "emplois >= 10"; });
  EXPECT_EQ(many.row_count(), 2U);
}

TEST_F(PostgisSource, SaysWhatCannotBeReadAndNeverThePassword) {
  const std::string good = server().connection();
  EXPECT_THAT(error_of("atlas.zone", good, ExitCode::usage), HasSubstr("did you mean 'atlas.zones"));
  EXPECT_THAT(error_of("", good, ExitCode::usage), HasSubstr("name one with layer"));
  EXPECT_THAT(error_of("sans_srid", good, ExitCode::usage), HasSubstr("state it with crs"));
  const std::string wrong = error_of("projets", server().connection_with("autre-secret"), ExitCode::data);
  EXPECT_THAT(wrong, HasSubstr("password authentication failed"));
  EXPECT_THAT(wrong, Not(HasSubstr("autre-secret")));
  std::string nowhere = good;
  nowhere.replace(nowhere.find("dbname=essai"), 12, "dbname=rien");
  EXPECT_THAT(error_of("projets", nowhere, ExitCode::data), HasSubstr("database \"rien\" does not exist"));
  for (const std::string& path : {good, server().uri()}) {
    const std::string said = error_of("projts", path, ExitCode::usage);
    EXPECT_THAT(said, HasSubstr("did you mean 'projets'?"));
    EXPECT_THAT(said, Not(HasSubstr(PostgresServer::password())));
  }
}

TEST_F(PostgisSource, QuestionsReadPointsAndZonesFromTheDatabase) {
  const Outcome outcome = run({"query", server().connection() + "?layer=projets&id=id", "--zones",
                               "z=" + server().connection() + "?layer=atlas.zones(geom)&key=code",
                               "--group-by", "z", "--agg", "count, sum(emplois) as emplois"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.out,
            "z   count  emplois\n"
            "01      2       30\n"
            "02      1        5\n"
            "        1        7\n");
  EXPECT_THAT(outcome.err, HasSubstr("4 rows of 'PG:host=127.0.0.1"));
  const Outcome wrong = run({"query", server().connection() + "?layer=projets", "--zones",
                             "z=" + server().connection() + "?layer=atlas.zons"});
  EXPECT_EQ(wrong.code, 2);
  EXPECT_THAT(wrong.err, HasSubstr("did you mean"));
  const Outcome unnamed =
      run({"query", server().connection(), "--zones", server().connection() + "?kye=code"});
  EXPECT_EQ(unnamed.code, 2);
}

}  // namespace
}  // namespace cartouche
