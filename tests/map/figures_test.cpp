#include "cartouche/map/figures.h"

#include <gmock/gmock.h>

namespace cartouche::map {
namespace {

Tables two_tables() {
  auto projects = std::make_shared<Table>("projets");
  projects->set_column(Column("id", Column::Texts{"a", "b", "c"}));
  projects->set_column(Column("zone", Column::Texts{"01", "01", "02"}));
  projects->set_column(Column("emplois", Column::Integers{10, 20, 5}));
  projects->set_id_column("id");
  return {{"projets", projects}};
}

project::Project project_with(const std::string& figures) {
  return project::parse_project(
      project::parse_yaml("cartouche: 1\ntitle: t\nsources: { projets: { path: p.csv } }\n"
                          "figures:\n" +
                              figures + "\npages: {}\n",
                          "p.yaml"),
      "p.yaml");
}

TEST(Figures, PrintTheDeclaredValueAndKeepTheComputedOneWithItsRows) {
  const auto project = project_with(
      "  n: { declared: page.n, query: count(projets where zone = page.code), source: rapport }\n");
  const Parameters page{{"page.n", std::int64_t{1416}}, {"page.code", std::string("01")}};
  const Figure figure = evaluate_figures(project, two_tables(), page, {"n"}).at("n");
  EXPECT_EQ(figure.text, "1\u202F416");
  EXPECT_EQ(figure.value, 1416);
  EXPECT_EQ(figure.declared, 1416);
  EXPECT_EQ(figure.computed, 2);
  EXPECT_EQ(figure.source, "rapport");
  EXPECT_THAT(figure.rows, ::testing::ElementsAre("a", "b"));
  EXPECT_TRUE(declared_differs(figure));
}

TEST(Figures, PrintTheComputedValueWithUnitAndDecimalsWhereNoneIsDeclared) {
  const auto project = project_with("  m: { query: sum(emplois from projets) / 2, unit: M€, decimals: 1 }\n");
  const Figure figure = evaluate_figures(project, two_tables(), {}, {"m"}).at("m");
  EXPECT_EQ(figure.text, "17,5\u202FM€");
  EXPECT_FALSE(figure.declared.has_value());
  EXPECT_FALSE(declared_differs(figure));
}

TEST(Figures, OfEqualDeclaredAndComputedValueDoNotDiffer) {
  Figure figure;
  figure.declared = 391.1;
  figure.computed = 391100000.0 / 1e6;
  EXPECT_FALSE(declared_differs(figure));
  figure.computed = 391.2;
  EXPECT_TRUE(declared_differs(figure));
}

TEST(Figures, AreComparedAtTheDecimalsTheyArePrintedWith) {
  Figure figure;
  figure.decimals = 1;
  figure.declared = 5.4;
  figure.computed = 5.4224;
  EXPECT_FALSE(declared_differs(figure));
  figure.computed = 5.46;
  EXPECT_TRUE(declared_differs(figure));
}

TEST(Figures, AreInReachOfTextsAsPrintedAndAsNumbers) {
  Figures figures;
  figures["n"].text = "1\u202F416";
  figures["n"].value = 1416;
  const Parameters parameters = with_figures({}, figures);
  EXPECT_EQ(std::get<std::string>(parameters.at("n")), "1\u202F416");
  EXPECT_EQ(std::get<double>(parameters.at("n.value")), 1416);
}

TEST(Figures, RefuseAColumnThatIsNotThere) {
  const auto project = project_with("  m: { query: sum(emploi from projets) }\n");
  try {
    evaluate_figures(project, two_tables(), {}, {"m"});
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::usage);
    EXPECT_THAT(error.what(), ::testing::HasSubstr("emplois"));
  }
}

}  // namespace
}  // namespace cartouche::map
