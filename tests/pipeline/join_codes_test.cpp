// What is said of codes that do not meet, and of those that meet only through a merge.

#include <gmock/gmock.h>

#include "recipes.h"

namespace cartouche {
namespace {

using namespace testing_recipes;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Sources sources(const Words& codes) {
  return {{"communes", table_of({words("insee", {"01004", "2A004", "75056"})}, "insee")},
          {"d", table_of({words("code", codes), words("v", Words(codes.size(), "x"))})},
          {"anciennes", table_of({words("insee", {"01033", "75008"}), words("actuel", {"01004", "75056"})})}};
}

constexpr const char* kJoin =
    "  t:\n    - from: communes\n    - join: { table: d, on: { insee: code }, unmatched: UNMATCHED }\n";

std::string recipe(const std::string& unmatched) {
  std::string text = kJoin;
  return text.replace(text.find("UNMATCHED"), 9, unmatched);
}

TEST(JoinCodes, ThatWouldMeetAreAProblemWhateverIsDoneWithTheRows) {
  for (const char* unmatched : {"report", "drop"}) {
    const auto found = run(sources({"1004", "2a004", "75056"}), recipe(unmatched)).said("codes-alike");
    ASSERT_THAT(found, SizeIs(1)) << unmatched;
    EXPECT_EQ(found[0].severity, Severity::problem);
    EXPECT_THAT(found[0].message, HasSubstr("2 codes in column 'code' of 'd' would match"));
    EXPECT_THAT(found[0].message, HasSubstr("lpad(upper(code), 5, '0')"));
    EXPECT_EQ(found[0].ids, (Words{"'1004' for '01004'", "'2a004' for '2A004'"}));
  }
  EXPECT_THAT(run(sources({"01004", "2A004", "75056"}), recipe("report")).said("codes-alike"), IsEmpty());
  EXPECT_THAT(run(sources({"01004", "99999"}), recipe("report")).said("codes-alike"), IsEmpty());
}

TEST(JoinCodes, MeetOnceTheyAreMendedAsSaid) {
  const Outcome result =
      run(sources({"1004", " 2a004", "75056.0"}),
          "  m:\n    - from: d\n    - derive: { code: \"lpad(upper(split_part(replace(trim(code), "
          "',', '.'), '.', 1)), 5, '0')\" }\n"
          "  t:\n    - from: communes\n    - join: { table: m, on: { insee: code } }\n");
  EXPECT_THAT(result.said("unmatched-rows"), IsEmpty());
  EXPECT_THAT(result.said("codes-alike"), IsEmpty());
}

TEST(JoinCodes, OfATableOfMergesAreComparedToo) {
  const Outcome result =
      run(sources({"1033"}),
          "  t:\n    - from: d\n    - join: { table: communes, on: { code: insee }, through: { table: "
          "anciennes, from: insee, to: actuel } }\n");
  const auto found = result.said("codes-alike");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].ids, (Words{"'1033' for '01033'"}));
}

TEST(JoinCodes, ThatLeadToAnotherDepartementAreNoMerge) {
  Sources all = sources({"01033", "75008"});
  all["anciennes"] = table_of({words("insee", {"01033", "75008"}), words("actuel", {"01004", "2A004"})});
  const Outcome result =
      run(all,
          "  t:\n    - from: d\n    - join: { table: communes, on: { code: insee }, through: { table: "
          "anciennes, from: insee, to: actuel } }\n");
  const auto merged = result.said("matched-through-merge"), elsewhere = result.said("other-departement");
  ASSERT_THAT(merged, SizeIs(1));
  EXPECT_EQ(merged[0].ids, (Words{"01033 → 01004"}));
  ASSERT_THAT(elsewhere, SizeIs(1));
  EXPECT_EQ(elsewhere[0].ids, (Words{"75008 → 2A004"}));
  EXPECT_THAT(elsewhere[0].message, HasSubstr("postal codes"));
}

TEST(DuplicateIds, OfASourceAreNamed) {
  Sources all = sources({"1"});
  all["communes"] = table_of({words("insee", {"01", "02", "01", "01"})}, "insee");
  const auto found = run(all, "  t:\n    - from: communes\n").said("duplicate-ids");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].ids, (Words{"01 (3 rows)"}));
  EXPECT_THAT(run(sources({"1", "1"}), "  t:\n    - from: communes\n").said("duplicate-ids"), IsEmpty());
}

}  // namespace
}  // namespace cartouche
