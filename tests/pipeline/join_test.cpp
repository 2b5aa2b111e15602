// Joins by key: what meets, at which level, and what is said about the rest.

#include "recipes.h"

namespace cartouche {
namespace {

using namespace testing_recipes;

Sources sources() {
  Table epci = table_of({words("siren", {"200000172", "200000438", "200000545", "200000438"}),
                         words("nom", {"CC Faucigny", "CC Pontchâteau", "CC Rhône", "double"}),
                         integers("population", {27, 35, 8, 1})},
                        "siren");
  epci.set_geometry(
      shapes(GeometryKind::polygon, {square(0, 0, 1), square(1, 0, 1), square(2, 0, 1), square(3, 0, 1)}));
  epci.add_credits({{"IGN", "2021", "", "", ""}});
  Table communes = table_of({words("siren", {"210100012"}), words("nom", {"Le Port"})}, "siren");
  communes.set_geometry(shapes(GeometryKind::polygon, {square(9, 9, 1)}));
  return {
      {"epci", epci},
      {"communes", communes},
      {"membres", table_of({words("lib_ti", {"Annemasse", "Nantes", "La Réunion", "Fondée après 2021"}),
                            words("siren_membre", {"200000172", "200000438", "210100012", "200099999"})})},
      {"anciennes", table_of({words("ancien", {"200099999"}), words("actuel", {"200000545"})})}};
}

TEST(Join, TakesColumnsOfTheRowWithTheSameKey) {
  const Outcome result = run(
      sources(),
      "  t:\n    - from: membres\n    - join: { table: epci, on: { siren_membre: siren }, take: [nom] }\n");
  EXPECT_EQ(texts(result["t"], "nom"), (Words{"CC Faucigny", "CC Pontchâteau", "", ""}));
  EXPECT_EQ(result["t"].row_count(), 4U);
  ASSERT_EQ(result["t"].credits().size(), 1U);
  EXPECT_EQ(result["t"].credits()[0].producer, "IGN");
}

TEST(Join, NamesTheRowsThatMatchNothing) {
  const Outcome result = run(
      sources(),
      "  t:\n    - from: membres\n    - join: { table: epci, on: { siren_membre: siren }, take: [nom] }\n");
  const auto unmatched = result.said("unmatched-rows");
  ASSERT_EQ(unmatched.size(), 1U);
  EXPECT_EQ(unmatched[0].message, "2 rows of 't' match nothing in 'epci'");
  EXPECT_EQ(unmatched[0].ids, (Words{"La Réunion (210100012)", "Fondée après 2021 (200099999)"}));
  EXPECT_EQ(unmatched[0].where.line, 11);
}

TEST(Join, CountsTheRightRowsThatNobodyMet) {
  const Outcome result = run(
      sources(),
      "  t:\n    - from: membres\n    - join: { table: epci, on: { siren_membre: siren }, take: [nom] }\n");
  const auto unused = result.said("unused-rows");
  ASSERT_EQ(unused.size(), 1U);
  EXPECT_EQ(unused[0].message, "2 rows of 'epci' meet no row of 't'");
  EXPECT_EQ(unused[0].ids, (Words{"CC Rhône (200000545)", "double (200000438)"}));
}

TEST(Join, TakesTheFirstOfSeveralRowsAndSaysSo) {
  const Outcome result = run(
      sources(),
      "  t:\n    - from: membres\n    - join: { table: epci, on: { siren_membre: siren }, take: [nom] }\n");
  const auto repeated = result.said("duplicate-keys");
  ASSERT_EQ(repeated.size(), 1U);
  EXPECT_EQ(repeated[0].ids, (Words{"200000438"}));
}

TEST(Join, KeysCompareAsText) {
  Sources tables{{"a", table_of({words("code", {"1", "01"})})},
                 {"b", table_of({integers("code", {1}), words("nom", {"un"})})}};
  const Outcome result =
      run(tables, "  t:\n    - from: a\n    - join: { table: b, on: { code: code }, take: [nom] }\n");
  EXPECT_EQ(texts(result["t"], "nom"), (Words{"un", ""}));
}

TEST(Join, AMissingKeyMeetsNothing) {
  Sources tables{{"a", table_of({words("code", {"", "x"})})},
                 {"b", table_of({words("code", {"", "x"}), words("nom", {"vide", "ixe"})})}};
  const Outcome result =
      run(tables, "  t:\n    - from: a\n    - join: { table: b, on: { code: code }, take: [nom] }\n");
  EXPECT_EQ(texts(result["t"], "nom"), (Words{"", "ixe"}));
}

TEST(Join, KeysOfSeveralColumnsMeetOnlyAsAWhole) {
  Sources tables{{"a", table_of({words("x", {"ab", "a"}), words("y", {"c", "bc"})})},
                 {"b", table_of({words("x", {"a"}), words("y", {"bc"}), words("nom", {"oui"})})}};
  const Outcome result =
      run(tables, "  t:\n    - from: a\n    - join: { table: b, on: { x: x, y: y }, take: [nom] }\n");
  EXPECT_EQ(texts(result["t"], "nom"), (Words{"", "oui"}));
}

TEST(Join, TakesUnderAnotherNameOrAPrefix) {
  const Outcome result = run(
      sources(),
      "  a:\n    - from: membres\n    - join: { table: epci, on: { siren_membre: siren }, take: { nom: epci "
      "} }\n"
      "  b:\n    - from: membres\n    - join: { table: epci, on: { siren_membre: siren }, prefix: epci_ }\n");
  EXPECT_EQ(texts(result["a"], "epci")[0], "CC Faucigny");
  EXPECT_EQ(texts(result["b"], "epci_nom")[0], "CC Faucigny");
  EXPECT_EQ(texts(result["b"], "epci_population")[0], "27");
  EXPECT_EQ(result["b"].find("epci_siren"), nullptr);
}

TEST(Join, RefusesAColumnThatIsThereAlready) {
  const Error error = error_of(
      sources(),
      "  t:\n    - from: epci\n    - join: { table: communes, on: { siren: siren }, take: [nom] }\n");
  EXPECT_TRUE(says(error, "has a column 'nom' already")) << error.what();
}

TEST(Join, ATakeWrittenTheWrongWayRoundIsExplained) {
  const Error error = error_of(sources(),
                               "  t:\n    - from: membres\n    - join: { table: epci, on: { siren_membre: "
                               "siren }, take: { epci: nom } }\n");
  EXPECT_TRUE(says(error, "write take: { nom: epci }")) << error.what();
}

TEST(Join, UnmatchedRowsAreDroppedOrRefusedOnRequest) {
  const std::string recipe =
      "  t:\n    - from: membres\n    - join: { table: epci, on: { siren_membre: siren }, take: [nom], "
      "unmatched: ";
  const Outcome dropped = run(sources(), recipe + "drop }\n");
  EXPECT_EQ(texts(dropped["t"], "lib_ti"), (Words{"Annemasse", "Nantes"}));
  EXPECT_EQ(dropped.said("dropped-rows").size(), 1U);
  EXPECT_EQ(dropped.said("unmatched-rows").size(), 0U);
  const Error error = error_of(sources(), recipe + "error }\n");
  EXPECT_EQ(error.code(), ExitCode::data);
  EXPECT_TRUE(says(error, "Fondée après 2021 (200099999)")) << error.what();
}

constexpr const char* kLevels = R"(  t:
    - from: membres
    - join:
        levels:
          - { name: EPCI, table: epci, on: { siren_membre: siren } }
          - { name: commune, table: communes, on: { siren_membre: siren } }
        take: [nom, population]
        geometry: true
)";

TEST(JoinLevels, TheFirstLevelThatHasTheKeyWins) {
  const Outcome result = run(sources(), kLevels);
  EXPECT_EQ(texts(result["t"], "niveau"), (Words{"EPCI", "EPCI", "commune", ""}));
  EXPECT_EQ(texts(result["t"], "nom"), (Words{"CC Faucigny", "CC Pontchâteau", "Le Port", ""}));
  EXPECT_EQ(texts(result["t"], "population"), (Words{"27", "35", "", ""}));
  EXPECT_EQ(result.said("unmatched-rows").at(0).message,
            "1 row of 't' matches nothing in 'epci', 'communes'");
}

TEST(JoinLevels, GeometryComesFromTheLevelThatMatched) {
  const Outcome result = run(sources(), kLevels);
  const GeometryArray& joined = result["t"].geometry()->shapes;
  EXPECT_EQ(joined.box(1), (Box{{1, 0}, {2, 1}}));
  EXPECT_EQ(joined.box(2), (Box{{9, 9}, {10, 10}}));
  EXPECT_TRUE(joined.is_missing(3));
}

TEST(JoinLevels, TheLevelColumnCanHaveAnotherName) {
  std::string recipe = kLevels;
  recipe += "        level_column: echelon\n";
  EXPECT_EQ(texts(run(sources(), recipe)["t"], "echelon")[2], "commune");
}

TEST(JoinLevels, AColumnThatNoLevelHasIsNamed) {
  std::string recipe = kLevels;
  recipe.replace(recipe.find("population"), 10, "populaton");
  EXPECT_TRUE(says(error_of(sources(), recipe), "no column 'populaton' to take; did you mean 'population'?"));
}

TEST(Join, KeysOfAnotherYearAreFoundThroughTheMerge) {
  const Outcome result = run(sources(), R"(  t:
    - from: membres
    - join:
        table: epci
        on: { siren_membre: siren }
        take: [nom]
        through: { table: anciennes, from: ancien, to: actuel }
)");
  EXPECT_EQ(texts(result["t"], "nom")[3], "CC Rhône");
  const auto merged = result.said("matched-through-merge");
  ASSERT_EQ(merged.size(), 1U);
  EXPECT_EQ(merged[0].ids, (Words{"200099999 → 200000545"}));
}

TEST(Join, WhatIsWrongWithTheArgumentsIsSaid) {
  struct Case {
    std::string step, expected;
  };
  const std::vector<Case> cases{
      {"{ table: epci, take: [nom] }", "missing key 'on' in join"},
      {"{ table: epci, on: { siren_membre: sirene }, take: [nom] }", "siren"},
      {"{ table: epic, on: { siren_membre: siren } }", "no table or source 'epic'; did you mean 'epci'?"},
      {"{ table: epci, on: { siren_membre: siren }, unmatched: ignore }",
       "expected one of: report, drop, error"},
      {"{ table: epci, on: { siren_membre: siren }, geometrie: true }", "did you mean 'geometry'?"},
      {"{ table: anciennes, on: { siren_membre: ancien }, geometry: true }",
       "table 'anciennes' has no geometry"},
      {"{ table: epci, on: { siren_membre: siren, lib_ti: nom }, through: { table: anciennes, from: ancien, "
       "to: actuel } }",
       "'through' goes with a key of one column"},
  };
  for (const Case& one : cases) {
    const Error error = error_of(sources(), "  t:\n    - from: membres\n    - join: " + one.step + "\n");
    EXPECT_EQ(error.code(), ExitCode::usage);
    EXPECT_TRUE(says(error, one.expected)) << error.what();
  }
}

}  // namespace
}  // namespace cartouche
