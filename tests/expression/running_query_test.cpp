#include "cartouche/expression/running_query.h"

#include <gtest/gtest.h>

#include <numeric>

#include "cartouche/expression/sql.h"
#include "sample.h"

namespace cartouche {
namespace {

const std::vector<std::string> kTexts = {"count",
                                         "count(where emplois > 0)",
                                         "sum(emplois)",
                                         "sum(montant)",
                                         "mean(montant where dans_ti)",
                                         "median(montant)",
                                         "min(nom)",
                                         "max(emplois)",
                                         "count(distinct epci)",
                                         "share(dans_ti)",
                                         "100 * sum(emplois) / count + param.seuil"};

std::string value_text(const Value& value) {
  return test::joined(test::texts([&] {
    Column column("v", value.index() == 0 ? Type::real : static_cast<Type>(value.index() - 1));
    column.push_back(value);
    return column;
  }()));
}

TEST(RunningQuery, GivesEachGroupWhatAQueryOfItsRowsAloneGives) {
  const Table rows = test::projects();
  const std::vector<std::uint32_t> group_of = {0, 1, 0, 1};
  const Parameters parameters = test::parameters();
  for (const std::string& text : kTexts) {
    RunningQuery running = RunningQuery::compile(text, {}, rows.take({}), parameters);
    for (GeometryArray::Index row = 0; row < rows.row_count(); ++row)
      running.add(rows.take(std::vector{row}), std::span(group_of).subspan(row, 1), 2, parameters);
    for (std::uint32_t group = 0; group < 2; ++group) {
      std::vector<GeometryArray::Index> members;
      for (GeometryArray::Index row = 0; row < rows.row_count(); ++row)
        if (group_of[row] == group) members.push_back(row);
      const Table own = rows.take(members);
      const Query query = Query::compile(text, {}, {{"rows", &own}}, parameters, "rows");
      EXPECT_EQ(value_text(running.value(group, parameters)),
                value_text(query.evaluate({{"rows", &own}}, parameters).value))
          << text << " of group " << group;
    }
  }
}

TEST(RunningQuery, AGroupWithoutRowsCountsNone) {
  const Table none = test::projects().take({});
  RunningQuery count = RunningQuery::compile("count", {}, none, {});
  count.add(none, {}, 1, {});
  EXPECT_EQ(std::get<std::int64_t>(count.value(0)), 0);
}

TEST(SelectEarly, KeepsARowAsLongAsThePartsThatCanBeAskedHold) {
  const Table rows = test::projects();
  Table wider = rows;
  wider.set_column(Column("plus_tard", Column::Booleans{0, 0, 0, 0}));
  struct Case {
    const char* condition;
    std::vector<GeometryArray::Index> kept;
  };
  for (const Case& one : std::vector<Case>{
           {"plus_tard", {0, 1, 2, 3}},
           {"emplois > 5 and plus_tard", {0, 3}},
           {"plus_tard and emplois > 5", {0, 3}},
           {"emplois > 5 and (plus_tard or emplois > 7) and code = '01004'", {0}},
           {"emplois > 5 or plus_tard", {0, 1, 2, 3}},
           {"not plus_tard and dans_ti and code < '9'", {0}},
       }) {
    const Expression condition = Expression::compile(one.condition, {}, Schema::of(wider, {}));
    EXPECT_EQ(select_early(condition, rows, {}), one.kept) << one.condition;
  }
}

}  // namespace
}  // namespace cartouche
