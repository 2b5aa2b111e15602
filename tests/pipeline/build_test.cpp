// Which tables are built, in which order, and what is said before any data is read.

#include <atomic>

#include "cartouche/base/finding_codes.h"
#include "recipes.h"

namespace cartouche {
namespace {

using namespace testing_recipes;

const Sources kSources{{"a", table_of({words("n", {"1"})})},
                       {"b", table_of({words("n", {"2"})})},
                       {"c", table_of({words("n", {"3"})})}};

TEST(Build, SourcesAreTablesUnderTheirOwnName) {
  const Outcome result = run(kSources, "  t:\n    - from: a\n");
  EXPECT_EQ(result["b"].name(), "b");
  EXPECT_EQ(result.tables.size(), 4U);
}

TEST(Build, RecipesRunAfterThoseTheyNeedWhateverTheirOrder) {
  const Outcome result =
      run(kSources,
          "  last:\n    - from: middle\n    - append: first\n  middle:\n    - from: first\n  "
          "first:\n    - from: a\n    - append: [b, c]\n");
  EXPECT_EQ(texts(result["last"], "n"), (Words{"1", "2", "3", "1", "2", "3"}));
}

TEST(Build, OnlyWhatIsWantedIsReadAndBuilt) {
  const Outcome result = run(kSources, "  t:\n    - from: a\n  u:\n    - from: b\n", {"t"});
  EXPECT_EQ(result.tables.size(), 2U);
  EXPECT_TRUE(result.tables.contains("a"));
  EXPECT_TRUE(result.tables.contains("t"));
}

TEST(Build, ACycleIsNamed) {
  EXPECT_TRUE(says(
      error_of(kSources, "  t:\n    - from: u\n  u:\n    - from: v\n  v:\n    - from: a\n    - append: t\n"),
      "tables need each other in a circle: t → u → v → t"));
  EXPECT_TRUE(says(error_of(kSources, "  t:\n    - from: t\n"), "t → t"));
}

TEST(Build, WhatIsWrongWithARecipeIsSaid) {
  struct Case {
    std::string recipe, expected;
  };
  const std::vector<Case> cases{
      {"  t:\n    - from: d\n", "no table or source 'd'"},
      {"  tableau:\n    - from: tablau\n", "no table or source 'tablau'; did you mean 'tableau'?"},
      {"  t:\n    - from: a\n    - fliter: x\n", "p.yaml:10:7: no step 'fliter'; did you mean 'filter'?"},
      {"  t:\n    - filter: x\n", "table 't' must begin with 'from'"},
      {"  t:\n    - from: a\n    - from: b\n", "'from' stands only first"},
      {"  t:\n    - from: [a, b]\n", "expected a single value, found a list"},
      {"  t:\n    - from: a\n    - filter: [x]\n", "expected a single value"},
  };
  for (const Case& one : cases) {
    const Error error = error_of(kSources, one.recipe);
    EXPECT_EQ(error.code(), ExitCode::usage);
    EXPECT_TRUE(says(error, one.expected)) << error.what();
  }
}

TEST(Build, ATableThatIsNotThereCannotBeWanted) {
  EXPECT_THROW(run(kSources, "  t:\n    - from: a\n", {"tt"}), Error);
}

TEST(Build, AnErrorInAnyRecipeIsFoundBeforeAnyDataIsRead) {
  const auto project = project::parse_project(
      project::parse_yaml(
          "cartouche: 1\nsources: { a: { path: a } }\ntables: { t: [from: a], u: [from: a, sotr: n] }\n",
          "p.yaml"),
      "p.yaml");
  std::atomic<int> reads = 0;
  const auto read = [&](const project::Source&, Diagnostics&) {
    ++reads;
    return table_of({words("n", {"1"})});
  };
  Diagnostics diagnostics;
  EXPECT_THROW(build_tables(project, {"t"}, read, 1, diagnostics), Error);
  EXPECT_EQ(reads, 0);
}

TEST(Build, DiagnosticsComeInTheProjectsOrderWhateverTheThreads) {
  std::string yaml = "cartouche: 1\nsources:\n";
  for (int i = 0; i < 20; ++i) yaml += "  s" + std::to_string(i) + ": { path: x }\n";
  const auto project = project::parse_project(project::parse_yaml(yaml, "p.yaml"), "p.yaml");
  const auto read = [](const project::Source& source, Diagnostics& notes) {
    notes.add(finding("unused-rows"), source.name.value);
    return table_of({words("n", {"1"})});
  };
  Diagnostics one, four;
  build_tables(project, {}, read, 1, one);
  build_tables(project, {}, read, 4, four);
  EXPECT_EQ(one.all().size(), 20U);
  EXPECT_EQ(one.all()[7].message, "s7");
  EXPECT_EQ(one.all(), four.all());
}

TEST(Build, AnErrorOfASourceComesThrough) {
  const auto project = project::parse_project(
      project::parse_yaml("cartouche: 1\nsources: { a: { path: a }, b: { path: b } }\n", "p.yaml"), "p.yaml");
  const auto read = [](const project::Source& source, Diagnostics&) -> Table {
    throw data_error({}, "no " + source.name.value);
  };
  Diagnostics diagnostics;
  for (const unsigned threads : {1U, 2U}) {
    try {
      build_tables(project, {}, read, threads, diagnostics);
      FAIL() << "no error";
    } catch (const Error& error) {
      EXPECT_STREQ(error.what(), "no a");
    }
  }
}

TEST(Parameters, AreTextUnderTheirPrefix) {
  const auto project = project::parse_project(
      project::parse_yaml("cartouche: 1\nparameters: { seuil: 05 }\n", "p.yaml"), "p.yaml");
  EXPECT_EQ(parameters_of(project), (Parameters{{"param.seuil", std::string("05")}}));
}

}  // namespace
}  // namespace cartouche
