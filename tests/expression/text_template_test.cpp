#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "sample.h"

namespace cartouche {
namespace {

std::string rendered(const std::string& text, std::size_t row = 0) {
  const Table table = test::projects();
  return TextTemplate::compile(text, {}, Schema::of(table, test::parameters()))
      .render(table, row, test::parameters());
}

TEST(TextTemplate, PrintsExpressionsInBraces) {
  const struct {
    const char* text;
    std::size_t row;
    const char* printed;
  } cases[] = {
      {"", 0, ""},
      {"sans rien", 0, "sans rien"},
      {"{laureats} projets", 0, "120 projets"},
      {"{nom} ({code})", 0, "Saint-Étienne (01004)"},
      {"[{nom}]", 3, "[]"},
      {"{emplois:0} emplois", 0, "12 emplois"},
      {"{emplois:0} emplois", 2, " emplois"},
      {"{1234.56:1}", 0, "1\u202F234,6"},
      {"{1234.50}", 0, "1\u202F234,5"},
      {"{emplois * 1000}", 0, "12\u202F000"},
      {"{laureats:1}", 0, "120,0"},
      {"{laureats.value / 7:2}", 0, "17,14"},
      {"{dans_ti}", 0, "oui"},
      {"{dans_ti}", 1, "non"},
      {"{case when emplois > 1 then 'des' else 'un' end}", 0, "des"},
      {"{if(emplois > 1, 's:}', '')}", 0, "s:}"},
      {"{\"nom officiel\"}", 1, "b"},
      {"{{x}", 0, "{x}"},
      {"{{{code}}", 0, "{01004}"},
      {"a } b", 0, "a } b"},
      {"{page.vide:1}", 0, ""},
  };
  for (const auto& one : cases) EXPECT_EQ(rendered(one.text, one.row), one.printed) << one.text;
}

TEST(TextTemplate, PrintsCodesAndYearsDigitByDigit) {
  Table table("t");
  table.set_column(Column("annee", Column::Integers{2021}));
  table.set_column(Column("Année_fin", Column::Reals{2024}));
  table.set_column(Column("siren", Column::Integers{200040715}));
  table.set_column(Column("emplois", Column::Integers{27255}));
  table.set_column(Column("nb_annees", Column::Integers{1200}));
  table.set_column(Column("pop_2021", Column::Integers{1416}));
  const Parameters parameters{{"page.annee", std::int64_t{2022}}, {"page.montant", 5422.5}};
  const std::pair<const char*, const char*> cases[] = {
      {"{annee}", "2021"},
      {"{Année_fin}", "2024"},
      {"{Année_fin + 0.5}", "2\u202F024,5"},
      {"{siren}", "200040715"},
      {"{page.annee}", "2022"},
      {"{annee - 1}", "2020"},
      {"{max(annee, 2015)}", "2021"},
      {"{if(emplois > 3, annee, 1)}", "2021"},
      {"{annee:0}", "2\u202F021"},
      {"{emplois:code}", "27255"},
      {"{emplois}", "27\u202F255"},
      {"{emplois + 2021}", "29\u202F276"},
      {"{nb_annees}", "1\u202F200"},
      {"{pop_2021}", "1\u202F416"},
      {"{page.montant}", "5\u202F422,5"},
      {"{annee * 1000}", "2\u202F021\u202F000"},
  };
  for (const auto& [text, printed] : cases)
    EXPECT_EQ(TextTemplate::compile(text, {}, Schema::of(table, parameters)).render(table, 0, parameters),
              printed)
        << text;
}

TEST(TextTemplate, WithoutATableReadsParametersOnly) {
  const TextTemplate text =
      TextTemplate::compile("{laureats} en {page.code}", {}, Schema::of(Table(), test::parameters()));
  EXPECT_EQ(text.render(test::parameters()), "120 en 84");
  Parameters other = test::parameters();
  other["page.code"] = std::string("53");
  EXPECT_EQ(text.render(other), "120 en 53");
}

TEST(TextTemplate, NamesWhatItPrints) {
  const char* text = "{laureats} {page.code || nom} {laureats:1} {{no}";
  EXPECT_THAT(TextTemplate::names_of(text, {}), testing::ElementsAre("laureats", "page.code", "nom"));
  EXPECT_THAT(TextTemplate::compile(text, {}, Schema::of(test::projects(), test::parameters())).names(),
              testing::ElementsAre("laureats", "page.code", "nom"));
}

TEST(TextTemplate, ErrorsPointIntoTheTemplate) {
  const struct {
    const char* text;
    int column;
    const char* message;
  } cases[] = {
      {"a {nomm}", 13, "no column 'nomm' in «nomm»"},
      {"a {nom", 12, "the brace '{' is never closed in «a {nom»"},
      {"{emplois:x}", 19, "the format 'x' is unknown in «{emplois:x}»"},
      {"{emplois:}", 19, "the format '' is unknown in «{emplois:}»"},
      {"{nom:1}", 11, "decimals are for numbers, and this is text in «nom»"},
      {"{}", 11, "an expression is missing in «»"},
  };
  for (const auto& one : cases) {
    try {
      TextTemplate::compile(one.text, {"p.yaml", 1, 10}, Schema::of(test::projects(), test::parameters()));
      ADD_FAILURE() << "accepted: " << one.text;
    } catch (const Error& error) {
      EXPECT_EQ(error.message(), one.message);
      EXPECT_EQ(error.where().column, one.column) << one.text;
      EXPECT_EQ(error.code(), ExitCode::usage);
    }
  }
}

}  // namespace
}  // namespace cartouche
