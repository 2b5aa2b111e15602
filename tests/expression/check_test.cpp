#include <gmock/gmock.h>

#include <functional>

#include "cartouche/expression/expression.h"

namespace cartouche {
namespace {

const Location kWhere{"p.yaml", 3, 10};

const Vocabulary kRows{
    {"param.seuil", "emplois_total", "emplois_total.value"}, {"zones", "points"}, true, true};
const Vocabulary kPage{kRows.names, kRows.tables, false, true};
const Vocabulary kOnePage{kRows.names, kRows.tables, false, false};

std::string refusal_of(const std::function<void()>& check) {
  try {
    check();
    return "";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::usage);
    return error.what();
  }
}

struct Case {
  const char* text;
  const Vocabulary& known;
  const char* says;  // nullptr: taken
};

TEST(ExpressionCheck, FindsWhatNoTableCouldMakeRight) {
  const Case cases[] = {
      {"emplois > to_number(param.seuil)", kRows, nullptr},
      {"emplois > emplois_total.value and page.code = code", kRows, nullptr},
      {"within(zones) and zone(points, nom) = 'a'", kRows, nullptr},
      {"emplois >", kRows, "p.yaml:3:19: expected a value"},
      {"uper(nom) = 'A'", kRows, "p.yaml:3:10: no function 'uper'"},
      {"nom = uper(nom)", kRows, "did you mean 'upper'?"},
      {"upper(nom, 2) = 'A'", kRows, "'upper' does not take 2 arguments"},
      {"emplois > param.seuill", kRows, "p.yaml:3:20: no parameter 'param.seuill'"},
      {"case when param.seul = '' then 1 else 2 end", kRows, "did you mean 'param.seuil'?"},
      {"within(zone)", kRows, "p.yaml:3:17: no table 'zone'"},
      {"within('zones')", kRows, "a table's name is expected in within(table)"},
      {"dwithin(zones, param.sol)", kRows, "no parameter 'param.sol'"},
      {"within(zones)", kPage, "'within' asks where a row lies"},
      {"emplois_totl.value > 1", kPage, "did you mean 'emplois_total.value'?"},
      {"page.code = '1'", kPage, nullptr},
      {"page.code = '1'", kOnePage, "no parameter 'page.code'"},
  };
  for (const Case& one : cases) {
    const std::string said = refusal_of([&] { Expression::check(one.text, kWhere, one.known); });
    if (one.says)
      EXPECT_THAT(said, ::testing::HasSubstr(one.says)) << one.text;
    else
      EXPECT_EQ(said, "") << one.text;
  }
}

TEST(ExpressionCheck, FindsItInQueriesWithTheRowsOfTheirTablesInReach) {
  const Case cases[] = {
      {"count(points where code = page.code)", kPage, nullptr},
      {"100 * sum(emplois from points) / count(distinct code from zones)", kPage, nullptr},
      {"count(pointz)", kPage, "p.yaml:3:16: no table 'pointz'"},
      {"count(points where uper(code) = 'A')", kPage, "no function 'uper'"},
      {"sum(emplois from points) * param.seul", kPage, "no parameter 'param.seul'"},
      {"avg(emplois from points)", kPage, "p.yaml:3:22"},
  };
  for (const Case& one : cases) {
    const std::string said = refusal_of([&] { Query::check(one.text, kWhere, one.known); });
    if (one.says)
      EXPECT_THAT(said, ::testing::HasSubstr(one.says)) << one.text;
    else
      EXPECT_EQ(said, "") << one.text;
  }
}

TEST(ExpressionCheck, FindsItInTheBracesOfATextAtItsColumn) {
  const Case cases[] = {
      {"{nom} ({emplois_total:0})", kRows, nullptr},
      {"{emplois_total} emplois en {page.nom}", kPage, nullptr},
      {"{emplois_totl} emplois", kPage, "p.yaml:3:11: no value 'emplois_totl'"},
      {"a {nom", kRows, "the brace '{' is never closed"},
      {"a {lowr(nom)}", kRows, "p.yaml:3:13: no function 'lowr'"},
      {"{emplois_total:x}", kPage, "the format 'x' is unknown"},
  };
  for (const Case& one : cases) {
    const std::string said = refusal_of([&] { TextTemplate::check(one.text, kWhere, one.known); });
    if (one.says)
      EXPECT_THAT(said, ::testing::HasSubstr(one.says)) << one.text;
    else
      EXPECT_EQ(said, "") << one.text;
  }
}

TEST(ExpressionCheck, RefusesNothingThatCompiles) {
  Table table("points");
  table.set_column(Column("nom", Column::Texts{"a"}));
  table.set_column(Column("emplois", Column::Integers{1}));
  const Parameters parameters{{"param.seuil", std::string("5")}, {"page.code", std::string("01")}};
  for (const char* text :
       {"nom || page.code", "emplois between 1 and to_number(param.seuil)", "nom in ('a', 'b')",
        "case when emplois > 3 then 'x' else nom end", "not (nom like 'a%') or emplois is null"}) {
    Expression::compile(text, kWhere, Schema::of(table, parameters));
    EXPECT_EQ(refusal_of([&] { Expression::check(text, kWhere, kRows); }), "") << text;
  }
}

}  // namespace
}  // namespace cartouche
