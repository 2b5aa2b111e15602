// The same question of the same tables, asked here and in the database: every row is compared.

#include <cmath>

#include "../support/temporary_folder.h"
#include "cartouche/source/database.h"
#include "fixture.h"

namespace cartouche {
namespace {

using ::testing::HasSubstr;

// Points on a grid, on borders and vertices, at random, in every territory, in none and without a place;
// zones that share borders, overlap, have holes and several parts, in three systems.
constexpr const char* kTables = R"sql(
create schema question;
create table question.zones (gid serial primary key, code text, nom text, poids integer, geom geometry(MultiPolygon, 4326));
insert into question.zones (code, nom, poids, geom) values
  ('b', 'Ouest', 1, 'SRID=4326;MULTIPOLYGON(((2 46,3 46,3 47,2 47,2 46)))'),
  ('a', 'Est', 2, 'SRID=4326;MULTIPOLYGON(((3 46,4 46,4 47,3 47,3 46),(3.4 46.4,3.6 46.4,3.6 46.6,3.4 46.6,3.4 46.4)))'),
  ('é', 'Nord', null, 'SRID=4326;MULTIPOLYGON(((2 47,4 47,4 48,2 48,2 47)))'),
  ('Z', 'Chevauche', 4, 'SRID=4326;MULTIPOLYGON(((2.5 46.5,3.5 46.5,3.5 47.5,2.5 47.5,2.5 46.5)))'),
  ('dom', 'Outre-mer', 5, 'SRID=4326;MULTIPOLYGON(((55.3 -21.2,55.6 -21.2,55.6 -21,55.3 -21,55.3 -21.2)),((-53 4,-52 4,-52 5,-53 5,-53 4)))'),
  ('vide', 'Sans place', 6, null);
create index on question.zones using gist (geom);
create table question.triangles as
  select row_number() over () as id, 'T' || (row_number() over ()) % 40 as code, ST_Transform(d.geom, 2154) as geom
  from (select (ST_Dump(ST_DelaunayTriangles(ST_Collect(ST_SetSRID(ST_MakePoint(1.5 + 3 * ((i * 7919) % 997) / 997.0,
    45.5 + 3 * ((i * 104729) % 1009) / 1009.0), 4326))))).geom from generate_series(1, 60) i) d;
alter table question.triangles alter column geom type geometry(Polygon, 2154);
create index on question.triangles using gist (geom);
create table question.gares (code text primary key, geom geometry(Point, 4326));
insert into question.gares select 'g' || i, ST_SetSRID(ST_MakePoint(1 + ((i * 37) % 100) / 25.0, 45 + ((i * 61) % 100) / 25.0), 4326)
  from generate_series(1, 50) i;
insert into question.gares values ('run', 'SRID=4326;POINT(55.45 -20.9)');
create index on question.gares using gist (geom);
create table question.secteurs (id text primary key, taille bigint, geom geometry(Polygon, 2154));
insert into question.secteurs
  select 's' || i, i % 5, ST_Transform(ST_Segmentize(ST_SetSRID(ST_MakeEnvelope(x, y, x + 0.1 + (i % 7) / 10.0, y + 0.1 + (i % 4) / 10.0), 4326), 0.05), 2154)
  from (select i, 1.5 + 3 * ((i * 7919) % 1000) / 1000.0 as x, 45.5 + 3 * ((i * 6007) % 1000) / 1000.0 as y from generate_series(1, 60) i) c;
insert into question.secteurs values ('vide', 1, null),
  ('exact', 2, ST_Transform('SRID=4326;POLYGON((2.2 46.2,2.4 46.2,2.4 46.4,2.2 46.4,2.2 46.2))'::geometry, 2154));
create table question.routes (id text primary key, geom geometry(MultiLineString, 4326));
insert into question.routes
  select 'r' || i, ST_Multi(ST_MakeLine(ST_SetSRID(ST_MakePoint(x, y), 4326), ST_SetSRID(ST_MakePoint(x + (i % 5) / 4.0 - 0.5, y + (i % 3) / 4.0 + 0.1), 4326)))
  from (select i, 1.5 + 3 * ((i * 7919) % 1000) / 1000.0 as x, 45.5 + 3 * ((i * 6007) % 1000) / 1000.0 as y from generate_series(1, 60) i) c;
create table question.projets (id text primary key, reg text, emplois bigint, aide double precision, actif boolean, geom geometry(Point, 4326));
insert into question.projets
  select 'p' || lpad(i::text, 4, '0'), case when i % 11 = 0 then null else 'R' || i % 4 end, i % 50,
    case when i % 7 = 0 then null else i * 1.25 end, i % 3 = 0,
    ST_SetSRID(ST_MakePoint(1.5 + 3 * ((i * 7919) % 1000) / 1000.0, 45.5 + 3 * ((i * 6007) % 1000) / 1000.0), 4326)
  from generate_series(1, 200) i;
insert into question.projets values
  ('bord1', 'R1', 1, 10, true, 'SRID=4326;POINT(3 46.25)'), ('bord2', 'R1', 2, 20, true, 'SRID=4326;POINT(3 46)'),
  ('bord3', 'R2', 3, 30, false, 'SRID=4326;POINT(2 47)'), ('bord4', 'R2', 4, 40, false, 'SRID=4326;POINT(3 47)'),
  ('trou', 'R2', 5, 50, false, 'SRID=4326;POINT(3.55 46.45)'), ('bord5', 'R2', 5, 50, false, 'SRID=4326;POINT(3.4 46.5)'),
  ('reunion', 'OM', 6, 60, true, 'SRID=4326;POINT(55.5 -21.1)'), ('guyane', 'OM', 7, 70, true, 'SRID=4326;POINT(-52.5 4.5)'),
  ('guyane2', 'OM', 8, 70, true, 'SRID=4326;POINT(-53.02 4.5)'), ('mayotte', 'OM', 8, 70, true, 'SRID=4326;POINT(45.2 -12.8)'),
  ('mer', 'OM', 8, 80, true, 'SRID=4326;POINT(-30 30)'), ('nulle part', 'OM', 9, 90, true, null);
)sql";

class PostgisEngine : public testing::PostgisTest {
 protected:
  void SetUp() override {
    PostgisTest::SetUp();
    if (IsSkipped()) return;
    static const std::string error = server().run(kTables);
    ASSERT_EQ(error, "");
  }
  static std::string layer(const std::string& name) {
    return server().connection() + "?layer=question." + name;
  }

  // Points and zones as the first arguments of a question.
  static std::vector<std::string> words(std::vector<std::string> more) {
    more.insert(more.begin(), {"query", layer("projets") + "&id=id"});
    return more;
  }
  static Outcome ask(std::vector<std::string> more) { return run(words(std::move(more))); }

  Table answer(std::vector<std::string> more, const std::string& engine) const {
    return answer_to(words(std::move(more)), engine);
  }
  Table answer_to(std::vector<std::string> all, const std::string& engine) const {
    const auto file = folder.path() / (engine + ".csv");
    all.insert(all.end(), {"--engine", engine, "-o", file.string(), "--quiet"});
    const Outcome outcome = run(all);
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    ReadOptions options;
    options.path = file.string();
    Diagnostics notes;
    return outcome.code == 0 ? read_source(options, notes) : Table();
  }

  testing::TemporaryFolder folder;
};

bool same_number(double a, double b, double tolerance) {
  return (std::isnan(a) && std::isnan(b)) || std::abs(a - b) <= tolerance + 1e-12 * std::abs(a);
}

// Distances within a territory to a millimetre and its rounding; beyond it PostGIS goes along great circles.
double tolerance_of(const Table& table, const std::string& column, std::size_t row) {
  if (column.find("part_") != std::string::npos) return 1e-8;  // borders move by a rounding where they cross
  if (!column.starts_with("distance_")) return 1e-9;
  return table.column(column).number(row) > 1e5 ? 0.1 : 0.0021;
}

void expect_same(const Table& here, const Table& there, const std::string& question) {
  ASSERT_EQ(here.row_count(), there.row_count()) << question;
  ASSERT_EQ(here.columns().size(), there.columns().size()) << question;
  for (std::size_t c = 0; c < here.columns().size(); ++c) {
    const Column &a = here.columns()[c], &b = there.columns()[c];
    ASSERT_EQ(a.name(), b.name()) << question;
    for (std::size_t row = 0; row < a.size(); ++row) {
      const bool numbers = a.type() == Type::real || b.type() == Type::real;
      if (numbers)
        EXPECT_TRUE(same_number(a.number(row), b.number(row), tolerance_of(here, a.name(), row)))
            << question << ": " << a.name() << " of row " << row << ": " << a.text(row) << ", "
            << b.text(row);
      else
        EXPECT_EQ(a.text(row), b.text(row)) << question << ": " << a.name() << " of row " << row;
    }
  }
}

TEST_F(PostgisEngine, AnswersEveryQuestionAsThisMachineDoes) {
  const std::string zones = "z=" + layer("zones") + "&key=code", triangles = "t=" + layer("triangles"),
                    coded = "t=" + layer("triangles") + "&key=code", gares = "g=" + layer("gares");
  const std::vector<std::vector<std::string>> questions{
      {"--zones", zones},
      {"--zones", zones, "--predicate", "intersects"},
      {"--zones", zones, "--overlap", "first", "--take", "nom,z.poids"},
      {"--zones", zones, "--predicate", "dwithin:20000", "--take", "nom"},
      {"--zones", zones, "--predicate", "dwithin:500000"},
      {"--zones", zones, "--predicate", "dwithin:20000", "--overlap", "first"},
      {"--zones", zones, "--predicate", "nearest", "--take", "nom"},
      {"--zones", zones, "--predicate", "nearest:15000"},
      {"--zones", triangles},
      {"--zones", coded, "--predicate", "intersects"},
      {"--zones", coded, "--predicate", "nearest:30000"},
      {"--zones", coded, "--predicate", "dwithin:8000"},
      {"--zones", gares, "--predicate", "nearest"},
      {"--zones", gares, "--predicate", "dwithin:12000"},
      {"--zones", zones, "--zones", gares, "--predicate", "g=nearest", "--where",
       "emplois > 10 and (dans_z or distance_g < 9000.5) and reg in ('R1', 'R2')"},
      {"--zones", zones + "&where=poids > 1 or nom like 'N%'"},
      {"--zones", zones, "--group-by", "reg", "--agg",
       "count, sum(emplois), sum(aide), mean(aide where dans_z) as m, median(aide) as med, min(emplois), "
       "max(aide), "
       "min(id) as premier, 100 * share(dans_z) as part, count(distinct z) as zones, sum(actif) as actifs"},
      {"--zones", zones, "--group-by", "z,cadre", "--agg",
       "count(where actif) as n, sum(emplois) / count as moyenne"},
      {"--zones", zones, "--zones", coded, "--agg",
       "count, share(dans_une_zone) as part, count(aide) as aides"},
      {"--zones", zones, "--group-by", "actif"},
      {"--zones", zones, "--where", "id = 'personne'", "--agg",
       "count, sum(emplois), mean(aide), max(emplois)"},
      {"--zones", zones, "--where", "case when actif then aide * 2 else aide end / 0 is null", "--group-by",
       "reg"},
  };
  for (const auto& question : questions) {
    std::string said;
    for (const std::string& word : question)
      said += (word.find("PG:") == std::string::npos ? word : word.substr(word.find("layer="))) + " ";
    expect_same(answer(question, "local"), answer(question, "postgis"), said);
  }
}

TEST_F(PostgisEngine, AnswersQuestionsOfLinesAndPolygonsAsThisMachineDoes) {
  const std::string zones = "z=" + layer("zones") + "&key=code", triangles = "t=" + layer("triangles");
  for (const char* subjects : {"secteurs", "routes"})
    for (const std::vector<std::string>& question : std::vector<std::vector<std::string>>{
             {"--zones", zones, "--predicate", "intersects", "--take", "nom"},
             {"--zones", zones},
             {"--zones", zones, "--zones", triangles, "--predicate", "intersects", "--overlap", "first"},
             {"--zones", triangles, "--where", "dans_t and part_t > 0.5", "--predicate", "intersects"},
             {"--zones", zones, "--predicate", "intersects", "--group-by", "z", "--agg",
              "count, mean(part_z)"}}) {
      std::string said = subjects;
      std::vector<std::string> words{"query", layer(subjects) + "&id=id"};
      for (const std::string& word : question) {
        words.push_back(word);
        said += " " + (word.find("PG:") == std::string::npos ? word : word.substr(word.find("layer=")));
      }
      const Table here = answer_to(words, "local"), there = answer_to(words, "postgis");
      EXPECT_GT(here.row_count(), 2U) << said;
      expect_same(here, there, said);
    }
}

TEST_F(PostgisEngine, ABorderPointGoesToTheFirstByKeyAndAHoleIsOutside) {
  const Outcome outcome =
      ask({"--zones", "z=" + layer("zones") + "&key=code&where=code <> 'Z'", "--where",
           "id like 'bord%' or id = 'trou'", "--engine", "postgis", "-f", "csv", "--quiet"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("bord1,R1,1,10,true,a,true,"));
  EXPECT_THAT(outcome.out, HasSubstr("bord2,R1,2,20,true,a,true,"));
  EXPECT_THAT(outcome.out, HasSubstr("bord3,R2,3,30,false,b,true,"));
  EXPECT_THAT(outcome.out, HasSubstr("bord4,R2,4,40,false,a,true,"));
  EXPECT_THAT(outcome.out, HasSubstr("bord5,R2,5,50,false,a,true,"));
  EXPECT_THAT(outcome.out, HasSubstr("trou,R2,5,50,false,,false,"));
}

TEST_F(PostgisEngine, ReportsWhatItNoticed) {
  const Outcome outcome =
      ask({"--zones", "z=" + layer("zones") + "&key=code", "--agg", "count", "--engine", "postgis"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("1 row of 'projets' without coordinates"));
  EXPECT_THAT(outcome.err, HasSubstr("1 row of 'projets' in no French territory"));
  EXPECT_THAT(outcome.err, HasSubstr("in several zones of 'z'; counted once"));
}

TEST_F(PostgisEngine, ExplainShowsTheStatementWhichUsesTheIndexOfTheZones) {
  for (const char* predicate : {"within", "dwithin:1000", "nearest"}) {
    const Outcome outcome = ask({"--zones", "t=" + layer("triangles"), "--predicate", predicate, "--agg",
                                 "count", "--engine", "postgis", "--explain"});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_EQ(server().run(outcome.out), "");
    const std::string sql = outcome.out.substr(0, outcome.out.rfind(';'));
    const Table plan = read_sql(server().connection() + " options='-c enable_seqscan=off'", "explain " + sql);
    std::string text;
    for (std::size_t row = 0; row < plan.row_count(); ++row) text += plan.columns()[0].text(row) + "\n";
    EXPECT_THAT(text, HasSubstr("Index Scan using triangles_geom_idx")) << predicate;
  }
}

TEST_F(PostgisEngine, RefusesWhatItCannotDoInOneLine) {
  const std::string zones = "z=" + layer("zones") + "&key=code";
  const std::string file =
      folder.write("zones.geojson", R"({"type":"FeatureCollection","features":[]})").string();
  struct Case {
    std::vector<std::string> words;
    int code;
    const char* say;
  };
  const std::vector<Case> cases{
      {{"--zones", file}, 2, "asks tables of a database, and this is none"},
      {{"--zones", "z=" + layer("zons")}, 2, "did you mean 'question.zones'?"},
      {{"--zones", zones, "--where", "emploi > 1"}, 2, "did you mean 'emplois'?"},
      {{"--zones", zones, "--where", "fold(reg) = 'r1'"}, 2, "ask without --engine postgis"},
      {{"--zones", zones, "--where", "within(z)"}, 2, "not asked in the database"},
      {{"--zones", zones, "--agg", "sum(reg)"}, 2, "to_number(reg)"},
      {{"--zones", zones, "--group-by", "rg"}, 2, "did you mean 'reg'?"},
      {{"--zones", zones, "--take", "nim"}, 2, "did you mean 'nom'?"},
      {{"--zones", zones, "--overlap", "error"}, 3, "in several zones of 'z'"},
      {{"--zones", zones, "--communes", file}, 2, "--communes does not go with --engine postgis"},
      {{"--zones", "z=" + layer("gares")}, 2, "have no inside: they are points"},
      {{"--zones", zones + "x"}, 2, "did you mean 'code'?"},
      {{"--zones", zones, "--engine", "postgres"}, 2, "did you mean 'postgis'?"},
  };
  for (const Case& one : cases) {
    std::vector<std::string> asked = one.words;
    if (std::find(asked.begin(), asked.end(), "--engine") == asked.end())
      asked.insert(asked.end(), {"--engine", "postgis"});
    const Outcome outcome = ask(asked);
    EXPECT_EQ(outcome.code, one.code) << outcome.err << one.say;
    EXPECT_THAT(outcome.err, HasSubstr(one.say));
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
  }
  const Outcome local = ask({"--zones", zones, "--explain"});
  EXPECT_EQ(local.code, 2);
  EXPECT_THAT(local.err, HasSubstr("--explain goes with --engine postgis"));
}

}  // namespace
}  // namespace cartouche
