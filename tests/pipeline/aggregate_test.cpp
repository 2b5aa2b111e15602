// Figures by group.

#include "recipes.h"

namespace cartouche {
namespace {

using namespace testing_recipes;

Sources sources() {
  Table projects =
      table_of({words("reg", {"84", "27", "84", "84", ""}), words("ti", {"x", "y", "x", "z", "x"})}, "");
  Column jobs("emplois", Type::integer);
  for (const Value& value :
       std::vector<Value>{std::int64_t{3}, std::int64_t{5}, std::int64_t{9}, Value(), std::int64_t{100}})
    jobs.push_back(value);
  projects.set_column(jobs);
  projects.set_column(reals("taux", {0.5, 1.5, 2.5, 4, 8}));
  return {{"projets", projects}};
}

std::string recipe(const std::string& columns) {
  return "  t:\n    - from: projets\n    - aggregate: { by: reg, columns: { " + columns + " } }\n";
}

TEST(Aggregate, OneRowAGroupInOrderOfAppearance) {
  const Outcome result = run(sources(), recipe("n: count()"));
  EXPECT_EQ(texts(result["t"], "reg"), (Words{"84", "27"}));
  EXPECT_EQ(texts(result["t"], "n"), (Words{"3", "1"}));
  EXPECT_EQ(result["t"].id_column(), "reg");
  EXPECT_FALSE(result["t"].geometry());
}

TEST(Aggregate, EveryFunctionLeavesMissingValuesOut) {
  struct Case {
    std::string aggregate;
    Words expected;
  };
  const std::vector<Case> cases{
      {"count(emplois)", {"2", "1"}},
      {"count(distinct ti)", {"2", "1"}},
      {"sum(emplois)", {"12", "5"}},
      {"mean(emplois)", {"6", "5"}},
      {"min(emplois)", {"3", "5"}},
      {"max(emplois)", {"9", "5"}},
      {"median(taux)", {"2.5", "1.5"}},
      {"median(emplois)", {"6", "5"}},
      {"sum(taux * 2)", {"14", "3"}},
      {"max(ti)", {"z", "y"}},
      {"list(ti)", {"x/z", "y"}},
      {"list(emplois where ti = 'z')", {"", ""}},
      {"count(where emplois > 4)", {"1", "1"}},
      {"sum(emplois where ti = 'x (y) where')", {"0", "0"}},
      {"mean(emplois where ti = 'z')", {"", ""}},
  };
  for (const Case& one : cases)
    EXPECT_EQ(texts(run(sources(), recipe("v: \"" + one.aggregate + "\""))["t"], "v"), one.expected)
        << one.aggregate;
}

TEST(Aggregate, WholeNumbersStayWhole) {
  const Outcome result = run(sources(), recipe("s: sum(emplois), m: mean(emplois)"));
  EXPECT_EQ(result["t"].column("s").type(), Type::integer);
  EXPECT_EQ(result["t"].column("m").type(), Type::real);
}

TEST(Aggregate, WithoutByEverythingIsOneGroup) {
  const Outcome result =
      run(sources(),
          "  t:\n    - from: projets\n    - aggregate: { columns: { n: count(), s: sum(emplois) } }\n");
  EXPECT_EQ(texts(result["t"], "n"), (Words{"5"}));
  EXPECT_EQ(texts(result["t"], "s"), (Words{"117"}));
}

TEST(Aggregate, GroupsOfSeveralColumnsDoNotRunTogether) {
  Sources tables{{"projets", table_of({words("a", {"x", "xy", "x"}), words("b", {"yz", "z", "yz"})})}};
  const Outcome result =
      run(tables, "  t:\n    - from: projets\n    - aggregate: { by: [a, b], columns: { n: count() } }\n");
  EXPECT_EQ(texts(result["t"], "n"), (Words{"2", "1"}));
}

TEST(Aggregate, WhatIsWrongIsSaid) {
  struct Case {
    std::string aggregate, expected;
  };
  const std::vector<Case> cases{
      {"v: summe(emplois)", "no aggregate 'summe'"},
      {"v: sum(ti)", "'ti' is text; sum needs numbers"},
      {"v: sum()", "'sum' of what?"},
      {"v: emplois", "'emplois' is no aggregate"},
      {"v: sum(distinct emplois)", "count(distinct column)"},
      {"v: sum(emploi)", "emplois"},
      {"reg: count()", "has a column 'reg' already"},
  };
  for (const Case& one : cases) {
    const Error error = error_of(sources(), recipe(one.aggregate));
    EXPECT_EQ(error.code(), ExitCode::usage) << error.what();
    EXPECT_TRUE(says(error, one.expected)) << error.what();
  }
}

}  // namespace
}  // namespace cartouche
