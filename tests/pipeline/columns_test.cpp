// Steps that change rows and columns of one table, and append.

#include "recipes.h"

namespace cartouche {
namespace {

using namespace testing_recipes;

const Sources kSources{
    {"villes", table_of({words("insee", {"01004", "2A004", "97411", ""}),
                         words("nom", {"Ambérieu", "Ajaccio", "Saint-Denis", "Nulle part"}),
                         integers("population", {14, 70, 153, 0})},
                        "insee")},
    {"autres",
     table_of({words("insee", {"75056"}), reals("population", {2165.4}), words("maire", {"A. H."})})},
};

TEST(From, CopiesTheRowsUnderTheNewName) {
  const Outcome result = run(kSources, "  t:\n    - from: villes\n");
  EXPECT_EQ(result["t"].name(), "t");
  EXPECT_EQ(texts(result["t"], "insee"), (Words{"01004", "2A004", "97411", ""}));
  EXPECT_EQ(result["t"].id_column(), "insee");
}

TEST(Filter, KeepsRowsThatAreTrue) {
  const Outcome result = run(kSources, "  t:\n    - from: villes\n    - filter: population > 14\n");
  EXPECT_EQ(texts(result["t"], "insee"), (Words{"2A004", "97411"}));
}

TEST(Filter, SeesParametersAsText) {
  const Outcome result =
      run(kSources, "  t:\n    - from: villes\n    - filter: to_text(population) > param.seuil\n");
  EXPECT_EQ(texts(result["t"], "population"), (Words{"70"}));
}

TEST(Filter, ShowsWhereTheExpressionIsWrong) {
  const Error error = error_of(kSources, "  t:\n    - from: villes\n    - filter: populaton > 14\n");
  EXPECT_EQ(error.code(), ExitCode::usage);
  EXPECT_EQ(error.where().line, 9);
  EXPECT_TRUE(says(error, "population")) << error.what();
}

TEST(Derive, SeesTheColumnsDerivedBeforeIt) {
  const Outcome result =
      run(kSources, "  t:\n    - from: villes\n    - derive: { double: population * 2, plus: double + 1 }\n");
  EXPECT_EQ(texts(result["t"], "plus"), (Words{"29", "141", "307", "1"}));
}

TEST(Derive, ReplacesAColumnOfTheSameName) {
  const Outcome result = run(kSources, "  t:\n    - from: villes\n    - derive: { nom: upper(nom) }\n");
  EXPECT_EQ(texts(result["t"], "nom")[1], "AJACCIO");
  EXPECT_EQ(result["t"].columns().size(), 3U);
}

TEST(Select, KeepsTheNamedColumnsInThatOrder) {
  const Outcome result = run(kSources, "  t:\n    - from: villes\n    - select: [population, insee]\n");
  ASSERT_EQ(result["t"].columns().size(), 2U);
  EXPECT_EQ(result["t"].columns()[0].name(), "population");
  EXPECT_EQ(result["t"].id_column(), "insee");
}

TEST(Rename, TakesTheIdAlong) {
  const Outcome result =
      run(kSources, "  t:\n    - from: villes\n    - rename: { insee: code, nom: libelle }\n");
  EXPECT_EQ(result["t"].id_column(), "code");
  EXPECT_NE(result["t"].find("libelle"), nullptr);
  EXPECT_EQ(result["t"].find("nom"), nullptr);
}

TEST(Rename, RefusesTwoColumnsOfOneName) {
  EXPECT_TRUE(says(error_of(kSources, "  t:\n    - from: villes\n    - rename: { insee: nom }\n"),
                   "two columns would be called 'nom'"));
}

TEST(Drop, TakesColumnsAway) {
  const Outcome result = run(kSources, "  t:\n    - from: villes\n    - drop: [insee, population]\n");
  ASSERT_EQ(result["t"].columns().size(), 1U);
  EXPECT_EQ(result["t"].id_column(), "");
}

TEST(Drop, NamesTheNearestColumnForOneThatIsNotThere) {
  const Error error = error_of(kSources, "  t:\n    - from: villes\n    - drop: populatoin\n");
  EXPECT_TRUE(says(error, "p.yaml:9:13:")) << error.what();
  EXPECT_TRUE(says(error, "population")) << error.what();
}

TEST(Sort, OrdersTextByCodePointAndNumbersByValueMissingLast) {
  const std::string recipe =
      "  a:\n    - from: villes\n    - sort: insee\n"
      "  b:\n    - from: villes\n    - sort: { by: [population], descending: true }\n";
  const Outcome result = run(kSources, recipe);
  EXPECT_EQ(texts(result["a"], "insee"), (Words{"01004", "2A004", "97411", ""}));
  EXPECT_EQ(texts(result["b"], "population"), (Words{"153", "70", "14", "0"}));
}

TEST(Sort, LeavesEqualRowsInTheirOrder) {
  Sources sources{{"t0", table_of({words("k", {"b", "a", "b", "a"}), integers("n", {1, 2, 3, 4})})}};
  const Outcome result = run(sources, "  t:\n    - from: t0\n    - sort: { by: k, descending: true }\n");
  EXPECT_EQ(texts(result["t"], "n"), (Words{"1", "3", "2", "4"}));
}

TEST(Append, UnitesColumnsByNameAndFillsWithMissing) {
  const Outcome result = run(kSources, "  t:\n    - from: villes\n    - append: autres\n");
  EXPECT_EQ(result["t"].row_count(), 5U);
  EXPECT_EQ(texts(result["t"], "nom"), (Words{"Ambérieu", "Ajaccio", "Saint-Denis", "Nulle part", ""}));
  EXPECT_EQ(texts(result["t"], "maire"), (Words{"", "", "", "", "A. H."}));
  EXPECT_EQ(result["t"].column("population").type(), Type::real);
  EXPECT_EQ(texts(result["t"], "population"), (Words{"14", "70", "153", "0", "2165.4"}));
}

TEST(Append, TransformsGeometryToTheCrsOfTheRowsAbove) {
  Sources sources{
      {"a",
       with(table_of({words("n", {"a"})}), shapes(GeometryKind::point, {"POINT (2.35 48.85)"}, "EPSG:4326"))},
      {"b", with(table_of({words("n", {"b"})}), shapes(GeometryKind::point, {"POINT (700000 6600000)"}))}};
  const Outcome result = run(sources, "  t:\n    - from: a\n    - append: b\n");
  const Point moved = result["t"].geometry()->shapes.points()[1];
  EXPECT_NEAR(moved.x, 3.0,
              1e-9);  // Lambert-93: the central meridian has x = 700 000, latitude 46.5 y = 6 600 000
  EXPECT_NEAR(moved.y, 46.5, 1e-9);
}

TEST(Append, RowsOfATableWithoutGeometryHaveNone) {
  Sources sources{{"a", with(table_of({words("n", {"a"})}), shapes(GeometryKind::point, {"POINT (1 2)"}))},
                  {"b", table_of({words("n", {"b"})})}};
  const Outcome result = run(sources, "  t:\n    - from: b\n    - append: a\n");
  EXPECT_TRUE(result["t"].geometry()->shapes.is_missing(0));
  EXPECT_FALSE(result["t"].geometry()->shapes.is_missing(1));
}

TEST(Append, RefusesAColumnOfTwoTypesOrTwoKindsOfGeometry) {
  Sources sources{
      {"a", table_of({words("n", {"a"})})},
      {"b", table_of({integers("n", {1})})},
      {"c", with(table_of({words("n", {"c"})}), shapes(GeometryKind::point, {"POINT (1 2)"}))},
      {"d", with(table_of({words("n", {"d"})}), shapes(GeometryKind::polygon, {square(0, 0, 1)}))}};
  EXPECT_TRUE(says(error_of(sources, "  t:\n    - from: a\n    - append: b\n"),
                   "column 'n' is text above and integer in 'b'"));
  EXPECT_TRUE(says(error_of(sources, "  t:\n    - from: c\n    - append: d\n"), "another kind of geometry"));
}

TEST(Append, AColumnWithoutValuesTakesTheOtherType) {
  Sources sources{{"a", table_of({words("n", {"", ""})})}, {"b", table_of({integers("n", {7})})}};
  const Outcome result = run(sources, "  t:\n    - from: a\n    - append: b\n");
  EXPECT_EQ(result["t"].column("n").type(), Type::integer);
  EXPECT_EQ(texts(result["t"], "n"), (Words{"", "", "7"}));
}

}  // namespace
}  // namespace cartouche
