#include "../../src/map/needs.h"

#include <gmock/gmock.h>

#include "cartouche/map/page_plan.h"

namespace cartouche::map {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// `a` and `b` are drawn; the others are read only where something of the page asks for them.
project::Project project_with(const std::string& layer, const std::string& page = "") {
  const std::string text =
      "cartouche: 1\n"
      "sources: { a: { path: a.csv }, b: { path: b.csv }, c: { path: c.csv }, d: { path: d.csv } }\n"
      "figures: { f: count(c), ici: count(c where n < page.n - 2), g: { query: count(d where x > 0), unit: "
      "M€ }, x: count(c) }\n"
      "layers:\n"
      "  l: { kind: points, table: a, symbol: s" +
      layer +
      " }\n"
      "  unused: { kind: points, table: d, symbol: s, label: \"{g}\", label_style: s }\n"
      "pages:\n"
      "  p: { file: p, style: s.yaml, template: t, title: T, frames: { m: { extent: { table: b }, layers: "
      "[l] } }" +
      page + " }\n";
  return project::parse_project(project::parse_yaml(text, "p.yaml"), "p.yaml");
}

struct Case {
  const char* layer;
  const char* page;
};

TEST(Needs, ATableIsReadWhereverItIsAsked) {
  EXPECT_THAT(tables_needed(project_with("")), ElementsAre("a", "b"));
  const Case cases[] = {
      {", where: within(c)", ""},
      {", label: \"{zone(c, nom)}\", label_style: s", ""},
      {", label: \"{nom}\", label_style: s, label_short: \"{zone(c, nom)}\"", ""},
      {", link: \"https://x/{zone(c, nom)}\"", ""},
      {", data: { title: \"{zone(c, nom)}\" }", ""},
      {", data: { title: \"{nom}\", fields: { Zone: \"zone(c, nom)\" } }", ""},
      {", size_by: { value: distance(c), size: 3mm }", ""},
      {"", ", callouts: { i: { table: a, title: \"{nom}\", lines: [\"{zone(c, nom)}\"] } }"},
      {"", ", charts: { i: { kind: bars, table: a, label: \"{nom}\", value: distance(c) } }"},
      {"", ", charts: { i: { kind: bars, table: c, label: \"{nom}\", value: n } }"},
      {"", ", for_each: { table: a, where: within(c) }"},
  };
  for (const Case& one : cases)
    EXPECT_THAT(tables_needed(project_with(one.layer, one.page)), ElementsAre("a", "b", "c"))
        << one.layer << one.page;
}

TEST(Needs, AFigureAndItsTableAreThereWhereverTheFigureIsNamed) {
  const Tables tables{{"a", std::make_shared<const Table>("a")}, {"b", std::make_shared<const Table>("b")}};
  const Case cases[] = {
      {", where: n > f.value", ""},
      {", classes: [{ when: n > f.value, symbol: s }]", ""},
      {", label: \"{nom} {f}\", label_style: s", ""},
      {", link: \"https://x/{f}\"", ""},
      {", legend_title: \"{f}\"", ""},
      {", classify: { value: n, palette: YlGnBu, labels: [\"{f}\"] }", ""},
      {", data: { name: \"{f}\", title: \"{nom}\" }", ""},
      {"", ", alternative: \"{f:1}\""},
      {"", ", legend: { layers: [{ layer: l, texts: [\"{count} {f}\"] }] }"},
      {"", ", credits: { note: \"{f}\" }"},
  };
  for (const Case& one : cases) {
    const auto project = project_with(one.layer, one.page);
    EXPECT_THAT(figures_needed(project.pages[0], project, tables), ElementsAre("f")) << one.layer << one.page;
    EXPECT_THAT(tables_needed(project), ElementsAre("a", "b", "c")) << one.layer << one.page;
  }
}

TEST(Needs, ANameThatIsAColumnOfTheRowsIsNoFigure) {
  auto points = std::make_shared<Table>("a");
  points->set_column(Column("x", Column::Integers{1}));
  const Tables tables{{"a", points}, {"b", std::make_shared<const Table>("b")}};
  const auto project =
      project_with(", label: \"{x}\", label_style: s, where: x > 0, link: \"https://x/{x}\"");
  EXPECT_THAT(figures_needed(project.pages[0], project, tables), IsEmpty());
  const auto titled = project_with(", label: \"{x}\", label_style: s, legend_title: \"{x}\"");
  EXPECT_THAT(figures_needed(titled.pages[0], titled, tables), ElementsAre("x"));
}

TEST(Needs, WhatOnlyTheFileNameAsksIsKnownBeforeThePages) {
  auto points = std::make_shared<Table>("a");
  points->set_column(Column("n", Column::Integers{1, 5}));
  auto others = std::make_shared<Table>("c");
  others->set_column(Column("n", Column::Integers{1, 2, 3}));
  const Tables tables{{"a", points}, {"c", others}};
  auto project = project_with("", ", for_each: { table: a, where: n > f.value }");
  project.pages[0].file.value = "carte-{page.n}-de-{f}-et-{ici}";
  const std::vector<PageInstance> pages = plan_pages(project, tables);
  ASSERT_EQ(pages.size(), 1U);
  EXPECT_EQ(pages[0].file, "carte-5-de-3-et-2");
}

}  // namespace
}  // namespace cartouche::map
