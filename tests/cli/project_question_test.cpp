// Questions of a project: the same tables and numbers as its pages.

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "../support/small_project.h"
#include "run_command.h"

namespace {

using cartouche::testing::kSmallProject;
using cartouche::testing::Outcome;
using cartouche::testing::run_command;
using cartouche::testing::TemporaryFolder;
using cartouche::testing::write_small_project;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// The small project, with questions and with figures that ask where rows lie.
class ProjectQuestion : public ::testing::Test {
 protected:
  static constexpr const char* kQuestions = R"yaml(questions:
  par_zone:
    title: Projets par zone
    points: projets
    zones: { z: { table: zones, key: code } }
    group_by: zone
    agg: [count, sum(emplois) as emplois, count(where dans_z and within(ouest)) as ouest]
  proches:
    points: { table: points, where: emplois > 6 }
    zones:
      z: { table: zones, where: code = '02', predicate: nearest }
    take: z.nom
    where: distance_z = 0 or nearest(zones, nom) = 'Ouest'
    columns: [id, z_nom, distance_z]
    crs: EPSG:2154
    format: csv
)yaml";

  void write(const std::string& questions) {
    project = write_small_project(folder).string();
    std::string text = kSmallProject;
    const std::string filter = "  ouest:\n    - from: zones\n    - filter: code = '01'\n";
    text.replace(text.find("figures:"), 0, filter + questions);
    const std::string figure = "  a_l_ouest: count(projets where zone = page.code and within(ouest))\n";
    text.replace(text.find("layers:"), 0, figure);
    text.replace(text.find(R"({ figure: "{emplois}", caption: emplois })"), 0,
                 R"({ figure: "{a_l_ouest}", caption: ouest }, )");
    folder.write("projet.yaml", text);
  }

  Outcome run(std::vector<std::string> arguments) const { return run_command(arguments); }
  Outcome ask(std::vector<std::string> more) const {
    more.insert(more.begin(), {"query", project});
    return run(std::move(more));
  }

  TemporaryFolder folder;
  std::string project;
};

TEST_F(ProjectQuestion, TotalsAreTheFiguresThatThePagesPrint) {
  write(kQuestions);
  const Outcome answer = ask({"par_zone", "-f", "json", "--quiet"});
  ASSERT_EQ(answer.code, 0) << answer.err;
  const auto totals = nlohmann::json::parse(answer.out);
  const Outcome pages =
      run({"render", project, "--format", "svg", "--out", folder.path().string(), "--quiet"});
  ASSERT_EQ(pages.code, 0) << pages.err;
  ASSERT_EQ(totals.size(), 2U);
  for (const auto& total : totals) {
    const std::string zone = total["zone"];
    const auto ledger = nlohmann::json::parse(folder.read("zone-" + zone + ".figures.json"));
    const std::map<std::string, std::string> columns{
        {"nombre", "count"}, {"emplois", "emplois"}, {"a_l_ouest", "ouest"}};
    std::size_t compared = 0;
    for (const auto& figure : ledger["figures"]) {
      const auto column = columns.find(figure["name"]);
      if (column == columns.end()) continue;
      EXPECT_EQ(figure["computed"], total[column->second]) << zone << ' ' << column->first;
      ++compared;
    }
    EXPECT_EQ(compared, columns.size());
  }
}

TEST_F(ProjectQuestion, AsksWithItsOwnPredicateConditionColumnsAndFormat) {
  write(kQuestions);
  const Outcome outcome = ask({"proches", "--quiet"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("id,z_nom,distance_z,x,y\np1,Est,"));
  EXPECT_THAT(outcome.out, HasSubstr("p4,Est,0,"));
  EXPECT_EQ(std::count(outcome.out.begin(), outcome.out.end(), '\n'), 4) << outcome.out;
  const std::string file = (folder.path() / "reponse.geojson").string();
  const Outcome written = ask({"proches", "-o", file, "--quiet"});
  ASSERT_EQ(written.code, 0) << written.err;
  EXPECT_EQ(nlohmann::json::parse(folder.read("reponse.geojson"))["features"].size(), 3U);
}

TEST_F(ProjectQuestion, WithoutANameListsThemOrAsksTheOnlyOne) {
  write(kQuestions);
  const Outcome list = ask({"-f", "csv"});
  ASSERT_EQ(list.code, 0) << list.err;
  EXPECT_EQ(list.out,
            "question,points,zones,title\npar_zone,projets,z,Projets par zone\nproches,points,z,\"\"\n");
  write("questions:\n  seule: { points: projets, zones: { z: zones }, agg: count }\n");
  EXPECT_EQ(ask({"--quiet"}).out, "count\n    4\n");
}

TEST_F(ProjectQuestion, WritesBesideTheProjectWhatItNamesAsOutput) {
  write("questions:\n  seule: { points: projets, zones: { z: zones }, agg: count, output: total.csv }\n");
  const Outcome outcome = ask({"--quiet"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, IsEmpty());
  EXPECT_EQ(folder.read("total.csv"), "count\n4\n");
}

TEST_F(ProjectQuestion, SaysWhoMadeThePointsItAsks) {
  write(kQuestions);
  EXPECT_THAT(ask({"par_zone"}).err,
              HasSubstr("4 rows of 'projets' asked, made from data of: ANCT 2022; IGN 2021"));
}

TEST_F(ProjectQuestion, TakesCommunesByCodeThroughMerges) {
  write(
      "questions:\n"
      "  zrr:\n"
      "    points: { table: points, commune: zone }\n"
      "    zones: { zrr: { table: liste, where: zrr = 1, commune: insee } }\n"
      "    communes: { table: zones, code: code, through: { table: anciennes, from: avant, to: apres } }\n"
      "    agg: count(where dans_zrr) as zrr\n");
  folder.write("liste.csv", "insee,zrr\n03,1\n01,0\n");
  folder.write("anciennes.csv", "avant,apres\n03,02\n");
  std::string text = folder.read("projet.yaml");
  text.replace(text.find("tables:"), 0,
               "  liste: { path: liste.csv }\n  anciennes: { path: anciennes.csv }\n");
  folder.write("projet.yaml", text);
  const Outcome outcome = ask({});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "zrr\n  2\n");
  EXPECT_THAT(outcome.err, HasSubstr("03 → 02"));
}

TEST_F(ProjectQuestion, RefusesWithPlaceAndNearestWord) {
  struct Case {
    const char* question;
    std::vector<std::string> arguments;
    const char* say;
  };
  const std::vector<Case> cases{
      {"{ points: projts, zones: { z: zones } }", {}, "did you mean 'projets'?"},
      {"{ points: projets, zones: { z: zone } }", {}, "did you mean 'zones'?"},
      {"{ points: projets, zons: { z: zones } }", {}, "did you mean 'zones'?"},
      {"{ points: projets, zones: {} }", {}, "asks of no zones"},
      {"{ points: projets, zones: { z: zones }, predicate: wihtin }", {}, "did you mean 'within'?"},
      {"{ points: projets, zones: { z: zones }, where: emploi > 1 }", {}, "did you mean 'emplois'?"},
      {"{ points: projets, zones: { z: zones }, where: within(zone) }", {}, "did you mean 'zones'?"},
      {"{ points: projets, zones: { z: zones }, agg: sum(nom) }", {}, "to_number(nom)"},
      {"{ points: projets, zones: { z: zones }, group_by: emploi }", {}, "did you mean 'emplois'?"},
      {"{ points: projets, zones: { z: zones }, take: nim }", {}, "did you mean 'nom'?"},
      {"{ points: projets, zones: { z: zones }, columns: idd }", {}, "did you mean 'id'?"},
      {"{ points: projets, zones: { z: { table: zones, key: cde } } }", {}, "did you mean 'code'?"},
      {"{ points: projets, zones: { z: { table: zones, commune: code } } }", {}, "communes: { table: … }"},
      {"{ points: projets, zones: { z: zones }, format: cvs }", {}, "did you mean 'csv'?"},
      {"{ points: projets, zones: { ti: zones } }", {}, "already"},
      {"{ points: projets, zones: { z: zones } }", {"sule"}, "did you mean 'seule'?"},
      {"{ points: projets, zones: { z: zones } }", {"--where", "x"}, "--where does not go with a project"},
      {"{ points: projets, zones: { z: zones } }", {"--set", "x=1"}, "no such parameter"},
  };
  for (const Case& one : cases) {
    write("questions:\n  seule: " + std::string(one.question) + "\n");
    const Outcome outcome = ask(one.arguments);
    EXPECT_EQ(outcome.code, 2) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr(one.say)) << one.question;
    if (one.arguments.empty()) {
      EXPECT_THAT(outcome.err, HasSubstr("projet.yaml:1")) << one.question;
    }
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
  }
  write("");
  EXPECT_THAT(ask({}).err, HasSubstr("asks no questions"));
  const Outcome file = run({"query", "points.csv", "seule"});
  EXPECT_EQ(file.code, 2);
  EXPECT_THAT(file.err, HasSubstr("is no project file"));
}

}  // namespace
