#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "sample.h"

namespace cartouche {
namespace {

class Query_ : public testing::Test {
 protected:
  Query_() {
    empty_.set_column(Column("x", Type::integer));
    empty_.set_column(Column("r", Type::real));
  }
  QueryResult run(const std::string& text) const {
    const Parameters parameters = test::parameters();
    return Query::compile(text, {}, tables_, parameters).evaluate(tables_, parameters);
  }
  static std::string shown(const Value& value) {
    Column column("v", value.index() == 1   ? Type::text
                       : value.index() == 2 ? Type::integer
                       : value.index() == 4 ? Type::boolean
                                            : Type::real);
    column.push_back(value);
    return test::joined(test::texts(column));
  }

  Table projects_ = test::projects();
  Table empty_{"vide"};
  Query::Tables tables_ = {{"projets", &projects_}, {"vide", &empty_}};
};
using Queries = Query_;

TEST_F(Queries, AggregateTheRowsOfATable) {
  const struct {
    const char* query;
    const char* value;
  } cases[] = {
      {"count(projets)", "4"},
      {"count(projets where dans_ti)", "2"},
      {"COUNT(projets WHERE dans_ti)", "2"},
      {"count(emplois from projets)", "3"},
      {"count(distinct substr(code, 1, 1) from projets)", "4"},
      {"count(distinct dans_ti from projets)", "2"},
      {"count(distinct emplois from projets where emplois > 0)", "2"},
      {"count(distinct montant from projets)", "3"},
      {"sum(emplois from projets)", "19"},
      {"sum(montant from projets)", "99"},
      {"sum(dans_ti from projets)", "2"},
      {"sum(emplois * 2 from projets where code <> '75056')", "24"},
      {"mean(montant from projets)", "33"},
      {"mean(emplois from projets where dans_ti)", "12"},
      {"median(montant from projets)", "1.5"},
      {"median(emplois from projets where emplois > 0)", "9.5"},
      {"min(montant from projets)", "-2.5"},
      {"max(emplois from projets)", "12"},
      {"min(code from projets)", "01004"},
      {"max(nom from projets)", "saint"},
      {"share(dans_ti from projets)", "0.6666666666666666"},
      {"100 * count(projets where dans_ti) / count(projets)", "50"},
      {"round(100 * share(emplois > 5 from projets), 1)", "66.7"},
      {"max(count(projets), 10)", "10"},
      {"max(max(emplois from projets), 10)", "12"},
      {"case when count(vide) = 0 then 'rien' else 'un' end", "rien"},
      {"count(projets where code = page.reg)", "1"},
      {"param.seuil + 1", "8"},
      {"page.vide", "·"},
      {"146", "146"},
      {"391.1", "391.1"},
  };
  for (const auto& one : cases) EXPECT_EQ(shown(run(one.query).value), one.value) << one.query;
}

TEST_F(Queries, OfNothingAreZeroOrMissing) {
  const struct {
    const char* query;
    const char* value;
  } cases[] = {{"count(vide)", "0"},
               {"sum(x from vide)", "0"},
               {"sum(r from vide)", "0"},
               {"mean(x from vide)", "·"},
               {"median(x from vide)", "·"},
               {"min(x from vide)", "·"},
               {"share(x > 1 from vide)", "·"},
               {"count(projets) / count(vide)", "·"},
               {"count(distinct x from vide)", "0"}};
  for (const auto& one : cases) EXPECT_EQ(shown(run(one.query).value), one.value) << one.query;
}

TEST_F(Queries, GiveTheRowsThatTheFirstAggregateCounted) {
  const struct {
    const char* query;
    std::vector<GeometryArray::Index> rows;
    const char* table;
  } cases[] = {
      {"100 * count(projets where dans_ti) / count(projets)", {0, 2}, "projets"},
      {"sum(emplois from projets)", {0, 1, 3}, "projets"},
      {"share(dans_ti from projets)", {0, 2}, "projets"},
      {"count(vide) + count(projets)", {}, "vide"},
      {"12", {}, ""},
  };
  for (const auto& one : cases) {
    const QueryResult result = run(one.query);
    EXPECT_EQ(result.rows, one.rows) << one.query;
    EXPECT_EQ(result.table, one.table) << one.query;
  }
}

TEST_F(Queries, NameTheirTablesWithoutCompiling) {
  EXPECT_THAT(Query::tables_of("sum(a from t2 where b) / count(t1) + count(distinct c from t2)", {}),
              testing::ElementsAre("t2", "t1"));
  EXPECT_THAT(Query::tables_of("page.emplois", {}), testing::IsEmpty());
  EXPECT_THROW(Query::tables_of("count(", {}), Error);
}

TEST_F(Queries, ErrorsNameTheWordAndTheHint) {
  const struct {
    const char* query;
    const char* message;
    const char* hint;
  } cases[] = {
      {"count(projet)", "no table 'projet'", "did you mean 'projets'?"},
      {"count(projets where emploi > 1)", "no column 'emploi'", "did you mean 'emplois'?"},
      {"count(projets where emplois)", "conditions are needed but 'emplois' is integer", ""},
      {"sum(nom from projets)", "numbers are needed but 'nom' is text", "to_number(nom)"},
      {"median(nom from projets)", "numbers are needed but 'nom' is text", "to_number(nom)"},
      {"share(emplois from projets)", "conditions are needed but 'emplois' is integer", ""},
      {"sum(emplois)", "expected 'from' but found ')'",
       "sum over a table: sum(column from table where condition)"},
      {"sum(distinct emplois from projets)", "expected a value but found 'distinct'",
       "only count takes 'distinct'"},
      {"emplois + count(projets)", "no value 'emplois'",
       "expected one of: laureats, laureats.value, page.code, page.part, page.reg, page.rien, page.vide, "
       "param.seuil"},
      {"sum(count(projets) from projets)", "an aggregate cannot stand here",
       "only a figure's query counts over tables"},
      {"count(projets where dans_ti) + 'a'", "'+' needs numbers but the text ''a'' is none",
       "texts are joined by '||'; a number is made by to_number('a')"},
  };
  for (const auto& one : cases) {
    try {
      run(one.query);
      ADD_FAILURE() << "accepted: " << one.query;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::usage);
      EXPECT_EQ(error.message(), one.message + std::string(" in «") + one.query + "»");
      EXPECT_EQ(error.hint(), one.hint) << one.query;
    }
  }
}

TEST_F(Queries, SumsDoNotLoseSmallTerms) {
  Table table("t");
  table.set_column(Column("r", Column::Reals{1e16, 1, -1e16, 1}));
  const Query::Tables tables = {{"t", &table}};
  const QueryResult result = Query::compile("sum(r from t)", {}, tables, {}).evaluate(tables, {});
  EXPECT_EQ(std::get<double>(result.value), 2);
}

TEST_F(Queries, AnIntegerSumThatDoesNotFitIsADataError) {
  Table table("t");
  table.set_column(Column("i", Column::Integers{9223372036854775807, 1}));
  const Query::Tables tables = {{"t", &table}};
  const Query query = Query::compile("sum(i from t)", {}, tables, {});
  try {
    query.evaluate(tables, {});
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::data);
  }
}

}  // namespace
}  // namespace cartouche
