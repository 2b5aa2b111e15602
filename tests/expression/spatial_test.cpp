// Spatial functions: names and types before any row, values from whoever answers.

#include <gtest/gtest.h>

#include <atomic>

#include "sample.h"

namespace cartouche {
namespace {

using namespace test;

// Zone i holds the points with i <= x < i + 1 and is 1000 m away from those of the zone before.
class Strips : public SpatialEngine {
 public:
  SpatialAnswer ask(const GeometryColumn& rows, const TablePtr& zones,
                    const SpatialCall& call) const override {
    ++asked;
    rows_asked += rows.shapes.size();
    SpatialAnswer answer;
    for (const Point p : rows.shapes.points()) {
      const bool inside = p.x >= 0 && p.x < static_cast<double>(zones->row_count());
      const double metres = inside ? 0 : std::abs(p.x) * 1000;
      const bool met = inside || (call.kind == SpatialCall::Kind::near && metres <= call.metres);
      answer.zones.push_back(!met ? Column::kNoRow : inside ? static_cast<std::uint32_t>(p.x) : 0);
      answer.metres.push_back(met ? metres : std::nan(""));
    }
    return answer;
  }
  mutable std::atomic<std::size_t> asked = 0, rows_asked = 0;
};

class Spatial : public ::testing::Test {
 protected:
  Spatial() {
    table = projects();
    GeometryArray points;
    for (const Point p : {Point{0.5, 0}, Point{1.5, 0}, Point{-2, 0}, kMissingPoint}) points.add_point(p);
    table.set_geometry({points, Crs::from_text("EPSG:2154")});
    Table zones("zones");
    zones.set_column(Column("nom", Column::Texts{"a", "b"}));
    zones.set_column(Column("pop", Column::Integers{10, 20}));
    GeometryArray shapes(GeometryKind::polygon);
    shapes.add_missing();
    shapes.add_missing();
    zones.set_geometry({shapes, Crs::from_text("EPSG:2154")});
    Table stations("gares");
    stations.set_geometry({GeometryArray(), Crs::from_text("EPSG:2154")});
    values = parameters();
    values.places =
        std::make_shared<const Places>(Places{engine,
                                              {{"zones", std::make_shared<const Table>(zones)},
                                               {"gares", std::make_shared<const Table>(stations)},
                                               {"liste", std::make_shared<const Table>(projects())}}});
  }

  Expression compile(const std::string& text) const {
    return Expression::compile(text, {}, Schema::of(table, values));
  }
  std::string evaluated(const std::string& text) const {
    return joined(texts(compile(text).evaluate(table, values)));
  }
  std::string error_of(const std::string& text) const {
    try {
      compile(text);
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::usage);
      const std::string& excerpt = error.excerpt();
      const std::string carets = excerpt.substr(excerpt.find('\n') + 1);
      const std::size_t first = carets.find('^');
      return excerpt.substr(first, carets.size() - first) + " | " + error.what();
    }
    return "no error";
  }

  std::shared_ptr<Strips> engine = std::make_shared<Strips>();
  Table table;
  Parameters values;
};

TEST_F(Spatial, FunctionsGiveTheirTypeAndAreMissingWithoutAPlace) {
  const std::pair<const char*, const char*> cases[] = {
      {"within(zones)", "true | true | false | ·"},
      {"not within(zones)", "false | false | true | ·"},
      {"dwithin(zones, 2000)", "true | true | true | ·"},
      {"dwithin(zones, 1999.5)", "true | true | false | ·"},
      {"dwithin(gares, 100 * param.seuil)", "true | false | false | ·"},
      {"distance(zones)", "0 | 0 | 2000 | ·"},
      {"zone(zones, nom)", "a | b | · | ·"},
      {"zone(zones, pop) + emplois", "22 | 20 | · | ·"},
      {"nearest(zones, nom)", "a | b | a | ·"},
      {"nearest(zones, \"nom\", 500)", "a | b | · | ·"},
      {"case when emplois > 5 and within(zones) then 'ici' else 'ailleurs' end",
       "ici | ailleurs | ailleurs | ailleurs"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(evaluated(text), expected) << text;
}

TEST_F(Spatial, AreAskedOnceForAllRowsAndForOneRowWhereOneIsWanted) {
  evaluated("within(zones)");
  EXPECT_EQ(engine->asked, 1U);
  EXPECT_EQ(engine->rows_asked, table.row_count());
  const auto text = TextTemplate::compile("{nearest(zones, nom)}", {}, Schema::of(table, values));
  EXPECT_EQ(text.render(table, 1, values), "b");
  EXPECT_EQ(engine->rows_asked, table.row_count() + 1);
}

TEST_F(Spatial, StandInTheConditionsOfFigures) {
  const Query::Tables tables{{"projets", &table}};
  const char* const text = "count(projets where within(zones)) + max(distance(zones) from projets)";
  EXPECT_EQ(Query::compile(text, {}, tables, values).evaluate(tables, values).value, Value(2002.0));
}

TEST_F(Spatial, TellTheTablesTheyAskAndThoseAreNoColumns) {
  const std::string text = "within(zones) and nearest(gares, nom) = code";
  EXPECT_EQ(Expression::tables_of(text, {}), (std::vector<std::string>{"zones", "gares"}));
  EXPECT_EQ(Query::tables_of("count(projets where within(zones))", {}),
            (std::vector<std::string>{"projets", "zones"}));
  EXPECT_EQ(TextTemplate::tables_of("{zone(zones, nom)} {code}", {}), (std::vector<std::string>{"zones"}));
  EXPECT_EQ(TextTemplate::names_of("{zone(zones, nom)} {code}", {}), (std::vector<std::string>{"code"}));
  EXPECT_EQ(compile("within(zones) and code = '1'").columns(), (std::vector<std::string>{"code"}));
}

TEST_F(Spatial, ErrorsPointAtTheWrongWord) {
  const std::pair<const char*, const char*> cases[] = {
      {"within(zone)", "zone | no table 'zone' in «within(zone)»; did you mean 'zones'?"},
      {"within()", "within | 'within' does not take 0 arguments"},
      {"dwithin(zones)",
       "dwithin | 'dwithin' does not take 1 argument in «dwithin(zones)»; it is "
       "dwithin(table, metres)"},
      {"within('zones')", "'zones' | a table's name is expected"},
      {"nearest(zones, 'nom')", "'nom' | a column's name is expected"},
      {"nearest(zones, nim)", "nim | 'zones' has no column 'nim'"},
      {"dwithin(zones, nom)", "nom | 'dwithin' needs numbers"},
      {"dwithin(zones, emplois)", "emplois | the distance is the same for all rows"},
      {"within(gares)", "gares | the rows of 'gares' have no inside"},
      {"within(liste)", "liste | the rows of 'liste' have no geometry"},
      {"wihtin(zones)", "wihtin | no function 'wihtin'"},
      {"zone(zones, pop) = nom", "nom | the integer"},
  };
  for (const auto& [text, expected] : cases) {
    const std::string said = error_of(text);
    EXPECT_TRUE(said.starts_with(expected)) << said;
  }
  table.drop_geometry();
  EXPECT_TRUE(error_of("within(zones)").find("these rows have no geometry") != std::string::npos);
  values.places = nullptr;
  EXPECT_TRUE(error_of("within(zones)").find("no tables are in reach") != std::string::npos);
}

}  // namespace
}  // namespace cartouche
