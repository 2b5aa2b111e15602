#include "cartouche/expression/sql.h"

#include <gtest/gtest.h>

#include "sample.h"

namespace cartouche {
namespace {

Expression compiled(const std::string& text) {
  return Expression::compile(text, {}, Schema::of(test::projects(), test::parameters()));
}

struct Case {
  std::string expression, sql;  // "" = none
};

void expect_sql(SqlDialect dialect, const std::vector<Case>& cases) {
  for (const Case& one : cases)
    EXPECT_EQ(to_sql(compiled(one.expression), dialect, quoted_name, test::parameters()).value_or(""),
              one.sql)
        << one.expression;
}

void expect_filter(SqlDialect dialect, const std::vector<Case>& cases) {
  for (const Case& one : cases)
    EXPECT_EQ(row_filter(compiled(one.expression), dialect, quoted_name, test::parameters()), one.sql)
        << one.expression;
}

TEST(Sql, PostgresqlSaysWhatGivesTheSameValueInEveryRow) {
  expect_sql(SqlDialect::postgresql,
             {
                 {"emplois > 10", R"(("emplois"::bigint > '10'::bigint))"},
                 {"emplois >= -1.5", R"((("emplois"::bigint)::float8 >= (- '1.5'::float8)))"},
                 {"montant <> 0", R"((nullif("montant"::float8, 'NaN') <> '0'::float8))"},
                 {"nom = 'L''Haÿ'", R"(("nom" = 'L''Haÿ'))"},
                 {"nom < 'b'", R"(("nom" collate "C" < 'b'))"},
                 {"nom like 'Saint\\_%'", R"(("nom" like 'Saint\_%' escape ''))"},
                 {"code in ('01004', '2A004')", R"(("code" in ('01004', '2A004')))"},
                 {"\"nom officiel\" is not null", R"(("nom officiel" is not null))"},
                 {"not (dans_ti or nom is null)", R"((not ("dans_ti" or ("nom" is null))))"},
                 {"montant / emplois",
                  R"((nullif("montant"::float8, 'NaN') / nullif(("emplois"::bigint)::float8, 0)))"},
                 {"emplois % 4", R"(("emplois"::bigint % nullif('4'::bigint, 0)))"},
                 {"case when dans_ti then 1 else 2 end",
                  R"((case when "dans_ti" then '1'::bigint else '2'::bigint end))"},
                 {"emplois = param.seuil", R"(("emplois"::bigint = '7'::bigint))"},
                 {"contains(nom, 'a') and length(nom) > 3",
                  R"(((position('a' in "nom") > 0) and (char_length("nom")::bigint > '3'::bigint)))"},
             });
}

TEST(Sql, WhatADatabaseWouldComputeOtherwiseIsNotSaid) {
  expect_sql(SqlDialect::postgresql, {{"upper(nom) = 'A'", ""},
                                      {"fold(nom) = 'a'", ""},
                                      {"round(montant) = 2", ""},
                                      {"to_text(montant) = '1.5'", ""},
                                      {"montant % 2 = 1", ""},
                                      {"trim(nom) = 'a'", ""},
                                      {"to_number(code) > 1", ""}});
  expect_sql(SqlDialect::ogr, {{"code = '01004'", ""}, {"nom <> 'x'", ""}, {"emplois + 1 > 2", ""}});
  expect_sql(SqlDialect::sqlite, {{"nom like 'a%'", ""}, {"nom = 'é'", ""}, {"dans_ti", "\"dans_ti\""}});
}

TEST(Sql, AFilterKeepsWhatItCannotJudge) {
  expect_filter(SqlDialect::ogr, {
                                     {"emplois > 10 and fold(nom) = 'x'", R"(("emplois" > 10))"},
                                     {"code = '01004' and nom like 'S%'", R"(("code" = '01004'))"},
                                     {"code in ('a', 'b')", R"(("code" in ('a', 'b')))"},
                                     {"emplois > 10 or fold(nom) = 'x'", ""},
                                     {"emplois > 10 or (code = 'a' and fold(nom) = 'x')",
                                      R"((("emplois" > 10) or ("code" = 'a')))"},
                                     {"code <> 'a'", ""},
                                     {"dans_ti", ""},
                                     {"montant > -2", R"(("montant" > -2))"},
                                     {"not (code = 'a')", ""},
                                     {"not (emplois > 10)", ""},
                                     {"nom = 'é'", ""},
                                     {"nom is not null and nom <> 'x'", R"(("nom" is not null))"},
                                     {"emplois between 1 and 5", R"(("emplois" >= 1) and ("emplois" <= 5))"},
                                 });
  expect_filter(SqlDialect::sqlite,
                {{"nom like 'S%' and code <> 'a'", R"(("nom" like 'S%') and ("code" <> 'a'))"},
                 {"not (nom like 'S%')", ""}});
}

TEST(Sql, AColumnThatTheSourceHasNotAsItIsStaysHere) {
  const SqlColumns only_jobs = [](const std::string& column) {
    return column == "emplois" ? quoted_name(column) : std::nullopt;
  };
  EXPECT_EQ(row_filter(compiled("emplois > 1 and code = 'a'"), SqlDialect::sqlite, only_jobs),
            R"(("emplois" > 1))");
  EXPECT_EQ(to_sql(compiled("emplois > 1 and code = 'a'"), SqlDialect::postgresql, only_jobs), std::nullopt);
}

TEST(Sql, NamesAndTextsAreQuoted) {
  EXPECT_EQ(quoted_name("a\"b"), "\"a\"\"b\"");
  EXPECT_EQ(sql_literal("l'eau", SqlDialect::sqlite), "'l''eau'");
  EXPECT_EQ(sql_literal("a\\", SqlDialect::ogr), std::nullopt);
  EXPECT_EQ(sql_literal("a\\", SqlDialect::postgresql), "'a\\'");
}

}  // namespace
}  // namespace cartouche
