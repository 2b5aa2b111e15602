#include "cartouche/map/page_plan.h"

#include <gmock/gmock.h>

namespace cartouche::map {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Tables regions() {
  auto table = std::make_shared<Table>("regions");
  table->set_column(Column("code", Column::Texts{"84", "01", "OM"}));
  table->set_column(Column("nom", Column::Texts{"Auvergne-Rhône-Alpes", "Guadeloupe", "Outre-mer"}));
  return {{"regions", table}};
}

project::Project project_with(const std::string& page) {
  return project::parse_project(
      project::parse_yaml("cartouche: 1\ntitle: t\nsources: { regions: { path: r.csv } }\npages:\n  p:\n" +
                              page + "    style: s.yaml\n    template: t\n    title: t\n    frames: {}\n",
                          "p.yaml"),
      "p.yaml");
}

std::vector<std::string> files(const std::vector<PageInstance>& pages) {
  std::vector<std::string> names;
  for (const PageInstance& page : pages) names.push_back(page.file);
  return names;
}

TEST(PagePlan, MakesOnePageARowWithItsColumnsInReach) {
  const auto project = project_with("    for_each: regions\n    key: code\n    file: annexe-{page.code}\n");
  const auto pages = plan_pages(project, regions());
  EXPECT_THAT(files(pages), ElementsAre("annexe-84", "annexe-01", "annexe-OM"));
  EXPECT_EQ(pages[1].key, "01");
  EXPECT_EQ(std::get<std::string>(pages[1].parameters.at("page.nom")), "Guadeloupe");
}

TEST(PagePlan, KeepsTheRowsThatTheFilterNames) {
  const auto project =
      project_with("    for_each: { table: regions, where: \"code <> 'OM'\" }\n    file: a-{page.code}\n");
  EXPECT_THAT(files(plan_pages(project, regions())), ElementsAre("a-84", "a-01"));
}

TEST(PagePlan, SelectsByKeyFileOrPageNameInTheProjectsOrder) {
  const auto project = project_with("    for_each: regions\n    key: code\n    file: annexe-{page.code}\n");
  EXPECT_THAT(files(select_pages(plan_pages(project, regions()), {"annexe-OM", "84"})),
              ElementsAre("annexe-84", "annexe-OM"));
  EXPECT_EQ(select_pages(plan_pages(project, regions()), {"p"}).size(), 3U);
}

struct Refused {
  const char* page;
  const char* says;
};

TEST(PagePlan, RefusesNamesThatCannotBeFiles) {
  const Refused cases[] = {
      {"    for_each: regions\n    file: annexe\n", "two pages are both named 'annexe'"},
      {"    file: ../annexe\n", "a plain name is expected"},
      {"    for_each: regions\n    file: a-{page.cod}\n", "page.code"},
  };
  for (const Refused& one : cases) {
    try {
      plan_pages(project_with(one.page), regions());
      ADD_FAILURE() << one.page;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::usage);
      EXPECT_THAT(error.what(), HasSubstr(one.says));
    }
  }
}

TEST(PagePlan, NamesTheNearestPageForOneThatIsNotThere) {
  const auto project = project_with("    for_each: regions\n    key: code\n    file: annexe-{page.code}\n");
  try {
    select_pages(plan_pages(project, regions()), {"annexe-85"});
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("annexe-84"));
  }
}

}  // namespace
}  // namespace cartouche::map
