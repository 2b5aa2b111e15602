#include "cartouche/map/chart.h"

#include <gmock/gmock.h>

namespace cartouche::map {
namespace {

using ::testing::ElementsAre;

Table regions() {
  Table table("regions");
  table.set_column(Column("code", Column::Texts{"53", "94", "84", "11"}));
  Column jobs("emplois", Type::integer);
  for (const std::int64_t value : {1548, 89, 2286}) jobs.push_back(value);
  jobs.push_missing();
  table.set_column(std::move(jobs));
  table.set_column(Column("projets", Column::Integers{85, 10, 120, -1}));
  table.set_id_column("code");
  return table;
}

project::Chart spec(const char* kind, std::vector<project::ChartSeries> series) {
  project::Chart chart;
  chart.kind = {kind, {}};
  chart.label = {"Région {code}", {}};
  chart.series = std::move(series);
  return chart;
}

std::vector<std::string> ids(const Chart& chart) {
  std::vector<std::string> ids;
  for (const ChartRow& row : chart.rows) ids.push_back(row.id);
  return ids;
}

TEST(Chart, SetsTheGreatestFirstAndLeavesOutRowsWithoutAValueNamingThem) {
  Diagnostics notes;
  const Chart chart = resolve_chart("g", spec("bars", {{{"emplois", {}}, {}}}), regions(), {}, notes);
  EXPECT_THAT(ids(chart), ElementsAre("84", "53", "94"));
  EXPECT_EQ(chart.rows[0].label, "Région 84");
  ASSERT_EQ(notes.all().size(), 1U);
  EXPECT_EQ(notes.all()[0].code, "chart-missing");
  EXPECT_THAT(notes.all()[0].ids, ElementsAre("11"));
}

TEST(Chart, KeepsTheTablesOrderWhereAsked) {
  Diagnostics notes;
  project::Chart asked = spec("bars", {{{"emplois", {}}, {}}});
  asked.by_value = false;
  asked.filter = project::ExpressionText{"code <> '94'", {}};
  EXPECT_THAT(ids(resolve_chart("g", asked, regions(), {}, notes)), ElementsAre("53", "84"));
}

TEST(Chart, NamesEveryNumberForTheLedger) {
  Diagnostics notes;
  project::Chart asked =
      spec("stacked", {{{"emplois", {}}, {"Emplois", {}}}, {{"projets", {}}, {"Projets", {}}}});
  asked.filter = project::ExpressionText{"code = '53'", {}};
  const Chart chart = resolve_chart("g", asked, regions(), {}, notes);
  EXPECT_EQ(chart.rows.at(0).total(), 1633);
  EXPECT_EQ(chart.figures.at("g.53.Emplois").value, 1548);
  EXPECT_EQ(chart.figures.at("g.53.Emplois").text, "1\u202F548");
  EXPECT_EQ(chart.figures.at("g.53.Projets").value, 85);
  EXPECT_THAT(chart.figures.at("g.53.Projets").rows, ElementsAre("53"));
}

TEST(Chart, RefusesValuesBelowNoughtAndWhatIsNoNumber) {
  Diagnostics notes;
  const auto code = [&](const char* value) {
    try {
      resolve_chart("g", spec("donut", {{{value, {"p.yaml", 3, 4}}, {}}}), regions(), {}, notes);
    } catch (const Error& error) {
      EXPECT_EQ(error.where().line, 3);
      return error.code();
    }
    return ExitCode::done;
  };
  EXPECT_EQ(code("projets"), ExitCode::data);
  EXPECT_EQ(code("code"), ExitCode::usage);
  EXPECT_EQ(code("emplois"), ExitCode::done);
}

}  // namespace
}  // namespace cartouche::map
