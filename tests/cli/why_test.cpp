#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "../support/small_project.h"
#include "run_command.h"

namespace {

using cartouche::testing::Outcome;
using cartouche::testing::run_command;
using cartouche::testing::TemporaryFolder;
using cartouche::testing::write_small_project;
using ::testing::HasSubstr;

Outcome why(const std::vector<std::string>& arguments) {
  std::vector<std::string> all{"why"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return run_command(all);
}

TEST(Why, NamesTheZoneOfAPointAndItsDistanceToTheBorder) {
  const TemporaryFolder folder;
  const auto project = write_small_project(folder).string();
  const Outcome outcome = why({project, "--feature", "p1", "--json"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const auto json = nlohmann::json::parse(outcome.out);
  EXPECT_EQ(json["table"], "projets");
  ASSERT_EQ(json["zones"].size(), 1U);
  EXPECT_EQ(json["zones"][0]["zone"], "01");
  EXPECT_EQ(json["zones"][0]["inside"], true);
  // 0.3 degrees of longitude at 46.3 degrees north.
  EXPECT_NEAR(json["zones"][0]["metres"].get<double>(), 23100, 100);
  EXPECT_EQ(json["zones"][0]["verify"], false);
}

TEST(Why, SaysWhereTheBorderIsNearerThanTheTolerance) {
  const TemporaryFolder folder;
  const auto project = write_small_project(folder).string();
  const Outcome outcome = why({project, "--feature", "p1", "--tolerance", "30000"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("inside '01'"));
  EXPECT_THAT(outcome.out, HasSubstr("within the tolerance of 30000 m, verify"));
}

TEST(Why, APointThirtyMetresFromABorderMayLieOnItsOtherSide) {
  const TemporaryFolder folder;
  const auto project = write_small_project(folder).string();
  // 0.00039 degrees of longitude at 46.5 degrees north are 30 m; the zones share the border at 3 degrees.
  folder.write("points.csv", "id,nom,lon,lat,zone,emplois\np1,Alpha,2.99961,46.5,01,10\n");
  const Outcome outcome = why({project, "--feature", "p1"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out,
              HasSubstr("inside '01', 29.9 m from its border: within the tolerance of 250 m, verify"));
  EXPECT_THAT(outcome.out, HasSubstr("outside '02', 29.9 m away: within the tolerance of 250 m, verify"));
}

TEST(Why, SaysThatItAnswersForTheFirstOfSeveralRowsWithTheId) {
  const TemporaryFolder folder;
  const auto project = write_small_project(folder).string();
  folder.write("points.csv",
               "id,nom,lon,lat,zone,emplois\np1,Alpha,2.5,46.5,01,10\np1,Bêta,3.5,46.5,02,10\n");
  const Outcome text = why({project, "--feature", "p1"});
  ASSERT_EQ(text.code, 0) << text.err;
  EXPECT_THAT(text.out, HasSubstr("p1 in 'projets', the first of 2 rows with this id\n"));
  EXPECT_THAT(text.out, HasSubstr("inside '01'"));
  const auto json = nlohmann::json::parse(why({project, "--feature", "p1", "--json"}).out);
  EXPECT_EQ(json["rows_with_id"], 2);
}

TEST(Why, LooksAtTheZonesOfTheProjectsQuestionsToo) {
  const TemporaryFolder folder;
  const auto project = write_small_project(folder).string();
  std::string text = folder.read("projet.yaml");
  text.replace(
      text.find("figures:"), 0,
      "questions:\n  q:\n    points: projets\n    zones:\n"
      "      est: { table: zones, where: code = '02' }\n"
      "      liste: { table: zones, commune: code, key: nom }\n    communes: { table: zones, code: code }\n");
  folder.write("projet.yaml", text);
  const Outcome outcome = why({project, "--feature", "p1"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("zones  inside '01'"));
  EXPECT_THAT(outcome.out, HasSubstr("est    outside '02'"));
  EXPECT_THAT(outcome.out, HasSubstr("liste  inside 'Ouest'"));
}

TEST(Why, SaysOfPointsAsZonesWhetherTheyAreInReach) {
  const TemporaryFolder folder;
  const auto project = write_small_project(folder).string();
  std::string text = folder.read("projet.yaml");
  text.replace(text.find("figures:"), 0,
               "questions:\n  q:\n    points: projets\n    zones:\n"
               "      pres: { table: projets, where: id = 'p2', predicate: \"dwithin:50000\" }\n"
               "      loin: { table: projets, where: id = 'p4', predicate: nearest }\n");
  folder.write("projet.yaml", text);
  const Outcome outcome = why({project, "--feature", "p1"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("pres   in reach of 'p2', 45307 m away of at most 50000 m"));
  EXPECT_THAT(outcome.out, HasSubstr("loin   nearest to 'p4', "));
}

TEST(Why, NamesTheNearestIdOfAPointThatIsNotThere) {
  const TemporaryFolder folder;
  const auto project = write_small_project(folder).string();
  const Outcome outcome = why({project, "--feature", "p11"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("did you mean 'p1'?"));
  EXPECT_EQ(why({project, "--feature", "p1", "--tolerance", "-1"}).code, 2);
}

}  // namespace
