#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "sample.h"

namespace cartouche {
namespace {

struct Case {
  const char* expression;
  const char* values;
};

void expect_all(std::initializer_list<Case> cases) {
  for (const Case& one : cases) {
    try {
      EXPECT_EQ(test::evaluated(one.expression), one.values) << one.expression;
    } catch (const std::exception& error) {
      ADD_FAILURE() << one.expression << ": " << error.what();
    }
  }
}

TEST(Expression, ReadsColumnsAndParameters) {
  expect_all({{"emplois", "12 | 0 | · | 7"},
              {"\"nom officiel\"", "a | b | c | d"},
              {"page.code", "84 | 84 | 84 | 84"},
              {"page.vide", "· | · | · | ·"},
              {"page.rien", "· | · | · | ·"},
              {"code = page.reg", "false | true | false | false"},
              {"'it''s'", "it's | it's | it's | it's"},
              {"null", "· | · | · | ·"},
              {"TRUE", "true | true | true | true"},
              {"1e3", "1000 | 1000 | 1000 | 1000"},
              {".5", "0.5 | 0.5 | 0.5 | 0.5"}});
}

TEST(Expression, ComparesValuesOfOneKind) {
  expect_all({{"emplois = 12", "true | false | · | false"},
              {"emplois <> 12", "false | true | · | true"},
              {"emplois != 12", "false | true | · | true"},
              {"emplois < 7", "false | true | · | false"},
              {"emplois <= 7", "false | true | · | true"},
              {"emplois > 7", "true | false | · | false"},
              {"emplois >= 7.5", "true | false | · | false"},
              {"montant > emplois", "false | false | · | ·"},
              {"code < '2'", "true | false | false | false"},
              {"nom = 'saint'", "false | false | true | ·"},
              {"dans_ti = true", "true | false | true | ·"},
              {"emplois >= param.seuil", "true | false | · | true"}});
}

TEST(Expression, LogicHasThreeValues) {
  expect_all({{"dans_ti and true", "true | false | true | ·"},
              {"dans_ti and false", "false | false | false | false"},
              {"dans_ti or true", "true | true | true | true"},
              {"dans_ti or false", "true | false | true | ·"},
              {"not dans_ti", "false | true | false | ·"},
              {"dans_ti and emplois > 5", "true | false | · | ·"},
              {"dans_ti or emplois > 5", "true | false | true | true"},
              {"not dans_ti or dans_ti", "true | true | true | ·"},
              {"null and false", "false | false | false | false"},
              {"null or false", "· | · | · | ·"}});
}

TEST(Expression, BindsAsInSql) {
  expect_all({{"true or true and false", "true | true | true | true"},
              {"not emplois = 12", "false | true | · | true"},
              {"not true or true", "true | true | true | true"},
              {"1 + 2 * 3 - 4 % 3", "6 | 6 | 6 | 6"},
              {"(1 + 2) * 3", "9 | 9 | 9 | 9"},
              {"10 - 4 - 3", "3 | 3 | 3 | 3"},
              {"-2 * -3", "6 | 6 | 6 | 6"},
              {"- -2", "2 | 2 | 2 | 2"},
              {"'n' || 1 + 2", "n3 | n3 | n3 | n3"},
              {"'a' || 'b' = 'ab'", "true | true | true | true"},
              {"emplois between 1 and 12 and true", "true | false | · | true"}});
}

TEST(Expression, ArithmeticKeepsIntegersExceptInDivision) {
  expect_all({{"emplois + 1", "13 | 1 | · | 8"},
              {"emplois / 2", "6 | 0 | · | 3.5"},
              {"emplois * montant", "18 | 0 | · | ·"},
              {"-montant", "-1.5 | 2.5 | -100 | ·"},
              {"emplois % 5", "2 | 0 | · | 2"},
              {"-7 % 5", "-2 | -2 | -2 | -2"},
              {"7.5 % 2", "1.5 | 1.5 | 1.5 | 1.5"},
              {"9007199254740993 + 0",
               "9007199254740993 | 9007199254740993 | 9007199254740993 | 9007199254740993"}});
}

TEST(Expression, DivisionByZeroIsMissing) {
  expect_all({{"1 / emplois", "0.08333333333333333 | · | · | 0.14285714285714285"},
              {"1 % emplois", "1 | · | · | 1"},
              {"1.5 % 0", "· | · | · | ·"},
              {"montant / 0", "· | · | · | ·"}});
}

TEST(Expression, OverflowIsADataErrorAndMissingRowsNeverOverflow) {
  EXPECT_EQ(test::evaluated("9223372036854775807 - 0 + emplois * 0").substr(0, 19), "9223372036854775807");
  for (const char* text :
       {"9223372036854775807 + emplois", "9223372036854775807 * emplois", "-9223372036854775807 - emplois"}) {
    try {
      test::evaluated(text);
      ADD_FAILURE() << text;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::data);
    }
  }
  Table table;
  table.set_column(Column("a", Column::Integers{1, 5}, {0, 1}));
  table.set_column(Column("b", Column::Integers{9223372036854775807, 1}));
  const Expression sum = Expression::compile("(a + 1) + b", {}, Schema::of(table));
  EXPECT_EQ(test::joined(test::texts(sum.evaluate(table))), "· | 7");
}

TEST(Expression, TestsMembershipRangeAndPattern) {
  expect_all({{"code in ('01004', '75056')", "true | false | false | true"},
              {"code not in ('01004', '75056')", "false | true | true | false"},
              {"emplois in (7, 12.0)", "true | false | · | true"},
              {"emplois in (1,2,3,4,5,6,8,9,10,11,12)", "true | false | · | false"},
              {"code in (page.reg, nom)", "false | true | false | ·"},
              {"nom in ('saint', page.rien)", "false | false | true | ·"},
              {"emplois between 0 and 7", "false | true | · | true"},
              {"emplois not between 0 and 7", "true | false | · | false"},
              {"nom like 'Saint-%'", "true | false | false | ·"},
              {"nom not like '%aint%'", "false | true | false | ·"},
              {"nom like '%tienne'", "true | false | false | ·"},
              {"nom like 'L''Ha_'", "false | true | false | ·"},
              {"nom like '%'", "true | true | true | ·"},
              {"nom like '_aint'", "false | false | true | ·"},
              {"code like '%0%4'", "true | true | false | false"},
              {"'aaab' like '%aab'", "true | true | true | true"},
              {"'' like ''", "true | true | true | true"},
              {"'' like '_'", "false | false | false | false"},
              {"nom is null", "false | false | false | true"},
              {"nom is not null", "true | true | true | false"},
              {"emplois + 1 is null", "false | false | true | false"}});
}

TEST(Expression, ChoosesByCase) {
  expect_all({{"case when emplois > 10 then 'gros' when emplois > 5 then 'moyen' else 'petit' end",
               "gros | petit | petit | moyen"},
              {"case when emplois > 10 then 1 end", "1 | · | · | ·"},
              {"case when emplois > 10 then 1 else 2.5 end", "1 | 2.5 | 2.5 | 2.5"},
              {"case when emplois > 10 then null else nom end", "· | L'Haÿ | saint | ·"},
              {"case code when '01004' then 'Ain' when '75056' then 'Paris' end", "Ain | · | · | Paris"},
              {"if(dans_ti, 'oui', 'non')", "oui | non | oui | non"}});
}

TEST(Expression, FunctionsOnTexts) {
  expect_all({{"upper(nom)", "SAINT-ÉTIENNE | L'HAŸ | SAINT | ·"},
              {"lower(nom)", "saint-étienne | l'haÿ | saint | ·"},
              {"upper('œßž') || lower('ŒŸŁ')", "ŒSSŽœÿł | ŒSSŽœÿł | ŒSSŽœÿł | ŒSSŽœÿł"},
              {"length(nom)", "13 | 5 | 5 | ·"},
              {"substr(nom, 7)", "Étienne |  |  | ·"},
              {"substr(nom, 7, 2)", "Ét |  |  | ·"},
              {"substr(code, 0, 3)", "01 | 2A | 97 | 75"},
              {"substr(code, 4, -1)", " |  |  | "},
              {"replace(nom, 'ai', 'ê')", "Sênt-Étienne | L'Haÿ | sênt | ·"},
              {"replace(code, '', 'x')", "01004 | 2A004 | 97411 | 75056"},
              {"trim('  a b ')", "a b | a b | a b | a b"},
              {"trim('\u00A0\u202Fa\u2009\uFEFF')", "a | a | a | a"},
              {"lpad(emplois, 3, '0')", "012 | 000 | · | 007"},
              {"lpad(code, 7, 'é.')", "é.01004 | é.2A004 | é.97411 | é.75056"},
              {"lpad(code, 2, '0')", "01004 | 2A004 | 97411 | 75056"},
              {"lpad('', 5, '0') || lpad('a', 3, '') || lpad('a', -1, '0')", "aa | aa | aa | aa"},
              {"starts_with(code, '2A')", "false | true | false | false"},
              {"ends_with(code, '04')", "true | true | false | false"},
              {"contains(nom, 'aint')", "true | false | true | ·"},
              {"has(epci, '200057867')", "true | false | false | false"},
              {"has(epci, '20005')", "false | false | false | false"},
              {"has(epci, '')", "false | false | false | true"},
              {"split_part(epci, '/', 1)", "200054781 | 200054781 | NR | "},
              {"split_part(epci, '/', 2)", "200057867 |  |  | "},
              {"split_part(epci, '/', -1)", "200057867 | 200054781 | NR | "},
              {"split_part(epci, '/', -2)", "200054781 |  |  | "},
              {"split_part(epci, '/', 0)", " |  |  | "},
              {"fold(nom)", "saint etienne | l hay | saint | ·"},
              {"nom || '!'", "Saint-Étienne! | L'Haÿ! | saint! | ·"},
              {"'' || emplois || dans_ti", "12true | 0false | · | ·"}});
}

TEST(Expression, FunctionsOnNumbers) {
  expect_all({{"round(montant)", "2 | -3 | 100 | ·"},
              {"round(2.675, 2)", "2.68 | 2.68 | 2.68 | 2.68"},
              {"round(-1.005, 2)", "-1.01 | -1.01 | -1.01 | -1.01"},
              {"round(1.2349, 2)", "1.23 | 1.23 | 1.23 | 1.23"},
              {"round(1250.0, -2)", "1300 | 1300 | 1300 | 1300"},
              {"round(1250, -2)", "1300 | 1300 | 1300 | 1300"},
              {"round(-1249, -2)", "-1200 | -1200 | -1200 | -1200"},
              {"round(emplois)", "12 | 0 | · | 7"},
              {"abs(montant)", "1.5 | 2.5 | 100 | ·"},
              {"abs(-3)", "3 | 3 | 3 | 3"},
              {"floor(montant)", "1 | -3 | 100 | ·"},
              {"ceil(montant)", "2 | -2 | 100 | ·"},
              {"min(emplois, montant, 5)", "1.5 | -2.5 | 5 | 5"},
              {"max(emplois, 5)", "12 | 5 | 5 | 7"},
              {"least(code, '5')", "01004 | 2A004 | 5 | 5"},
              {"greatest(nom, 'T')", "T | T | saint | T"},
              {"coalesce(emplois, montant, 0)", "12 | 0 | 100 | 7"},
              {"coalesce(nom, code)", "Saint-Étienne | L'Haÿ | saint | 75056"},
              {"coalesce(null, emplois)", "12 | 0 | · | 7"},
              {"format(1234.5, 1)", "1\u202F234,5 | 1\u202F234,5 | 1\u202F234,5 | 1\u202F234,5"},
              {"format(emplois)", "12 | 0 | · | 7"}});
}

TEST(Expression, ConvertsBetweenTextsAndNumbers) {
  expect_all({{"to_text(emplois)", "12 | 0 | · | 7"},
              {"to_text(montant)", "1.5 | -2.5 | 100 | ·"},
              {"to_text(dans_ti)", "true | false | true | ·"},
              {"to_number(code)", "1004 | · | 97411 | 75056"},
              {"to_number('1\u202F416,5')", "1416.5 | 1416.5 | 1416.5 | 1416.5"},
              {"to_number('\u22123')", "-3 | -3 | -3 | -3"},
              {"to_number('12,5 %')", "12.5 | 12.5 | 12.5 | 12.5"},
              {"to_number(emplois)", "12 | 0 | · | 7"},
              {"to_number(montant)", "1.5 | -2.5 | 100 | ·"},
              {"to_number(dans_ti)", "1 | 0 | 1 | ·"},
              {"to_number('1e3')", "1000 | 1000 | 1000 | 1000"},
              {"to_number('inf')", "· | · | · | ·"},
              {"to_number('')", "· | · | · | ·"},
              {"to_number('12 rue')", "· | · | · | ·"}});
}

TEST(Expression, SelectKeepsTheRowsThatAreTrue) {
  const Table table = test::projects();
  const auto rows = [&](const char* text) {
    return Expression::compile(text, {}, Schema::of(table)).select(table);
  };
  EXPECT_THAT(rows("emplois >= 0"), testing::ElementsAre(0, 1, 3));
  EXPECT_THAT(rows("not emplois >= 0"), testing::IsEmpty());
  EXPECT_THAT(rows("true"), testing::ElementsAre(0, 1, 2, 3));
  EXPECT_THROW(rows("emplois"), Error);
}

TEST(Expression, NamesTheColumnsItReads) {
  const Table table = test::projects();
  const Expression expression = Expression::compile("nom like 'a%' or emplois > param.seuil and nom <> code",
                                                    {}, Schema::of(table, test::parameters()));
  EXPECT_THAT(expression.columns(), testing::ElementsAre("nom", "emplois", "code"));
  EXPECT_EQ(expression.type(), Type::boolean);
  EXPECT_EQ(expression.text(), "nom like 'a%' or emplois > param.seuil and nom <> code");
}

TEST(Expression, AnEmptyTableGivesAnEmptyColumnOfTheType) {
  Table table;
  table.set_column(Column("a", Type::integer));
  for (const char* text : {"a + 1", "1", "case when a in (1, 2) then a end"}) {
    const Column column = Expression::compile(text, {}, Schema::of(table)).evaluate(table);
    EXPECT_EQ(column.size(), 0U);
    EXPECT_EQ(column.type(), Type::integer);
  }
}

// Rows lie in several batches, and the last one is not full.
TEST(Expression, LongTablesGiveTheSameAsRowByRow) {
  constexpr std::int64_t kRows = 10'007;
  Column::Integers a;
  Column::Validity valid;
  Column::Texts t;
  for (std::int64_t i = 0; i < kRows; ++i) {
    a.push_back(i);
    valid.push_back(i % 7 != 3 || i < 5000 ? 1 : 0);
    t.push_back("row " + std::to_string(i) + " with a text longer than a short string");
  }
  Table table;
  table.set_column(Column("a", a, valid));
  table.set_column(Column("t", t));
  const Schema schema = Schema::of(table);
  const Column column =
      Expression::compile("case when a % 2 = 0 then upper(t) || a else replace(t, 'row', 'line') end", {},
                          schema)
          .evaluate(table);
  const auto rows = Expression::compile("a % 1000 = 999", {}, schema).select(table);
  std::vector<GeometryArray::Index> expected;
  for (std::size_t i = 0; i < kRows; ++i) {
    const bool even = table.column("a").is_valid(i) && i % 2 == 0;
    const std::string number = std::to_string(i);
    ASSERT_EQ(column.text(i), even ? "ROW " + number + " WITH A TEXT LONGER THAN A SHORT STRING" + number
                                   : "line " + number + " with a text longer than a short string");
    if (i % 1000 == 999 && table.column("a").is_valid(i))
      expected.push_back(static_cast<GeometryArray::Index>(i));
  }
  EXPECT_EQ(rows, expected);
}

TEST(Expression, AParameterMayBecomeMissingOrChangeItsValueLater) {
  Table table;
  table.set_column(Column("a", Column::Integers{1, 2}));
  const Expression expression = Expression::compile("a > p", {}, Schema::of(table, {{"p", std::int64_t{1}}}));
  EXPECT_EQ(test::joined(test::texts(expression.evaluate(table, {{"p", std::int64_t{0}}}))), "true | true");
  EXPECT_EQ(test::joined(test::texts(expression.evaluate(table, {{"p", std::nan("")}}))), "· | ·");
  EXPECT_THROW(expression.evaluate(table, {{"p", std::string("x")}}), Error);
  EXPECT_THROW(expression.evaluate(table, {}), Error);
}

TEST(Expression, ATableThatChangedItsSchemaIsRefused) {
  Table table;
  table.set_column(Column("a", Column::Integers{1}));
  const Expression expression = Expression::compile("a", {}, Schema::of(table));
  Table other;
  other.set_column(Column("a", Column::Texts{"1"}));
  EXPECT_THROW(expression.evaluate(other), Error);
  EXPECT_THROW(expression.evaluate(Table()), Error);
}

}  // namespace
}  // namespace cartouche
