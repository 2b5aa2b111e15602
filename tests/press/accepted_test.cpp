// What a project accepts is no problem any more, and is not forgotten.

#include "../../src/press/accepted.h"

#include <gmock/gmock.h>

#include "cartouche/base/finding_codes.h"

namespace {

using cartouche::Diagnostics;
using cartouche::finding;
using cartouche::Severity;
using cartouche::press::judge;
using cartouche::press::Judged;
using cartouche::project::Acceptance;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

Acceptance acceptance(const std::string& code, const std::vector<std::string>& ids) {
  Acceptance one;
  one.code.value = code;
  for (const std::string& id : ids) one.ids.push_back({id, {}});
  one.because = "so it is";
  return one;
}

TEST(Accepted, FindingsAreTakenByCodeAndId) {
  Diagnostics found;
  found.add(finding("unmatched-rows"), "3 rows match nothing", {}, {"Annecy (74010)", "200099999", "a: why"});
  const struct {
    std::vector<std::string> ids;
    std::vector<std::string> open, accepted;
    std::size_t unused;
  } cases[] = {
      {{}, {}, {"Annecy (74010)", "200099999", "a: why"}, 0},
      {{"74010", "200099999", "a"}, {}, {"Annecy (74010)", "200099999", "a: why"}, 0},
      {{"200099999"}, {"Annecy (74010)", "a: why"}, {"200099999"}, 0},
      {{"7401", "9999", "Annecy"}, {"Annecy (74010)", "200099999", "a: why"}, {}, 1},
      {{"74010", "absent"}, {"200099999", "a: why"}, {"Annecy (74010)"}, 1},
  };
  for (const auto& one : cases) {
    const std::vector<Acceptance> acceptances{acceptance("unmatched-rows", one.ids)};
    const Judged judged = judge(found, acceptances);
    std::vector<std::string> open, accepted;
    for (const auto& rest : judged.open.all()) open.insert(open.end(), rest.ids.begin(), rest.ids.end());
    for (const auto& taken : judged.accepted)
      accepted.insert(accepted.end(), taken.ids.begin(), taken.ids.end());
    EXPECT_EQ(open, one.open);
    EXPECT_EQ(accepted, one.accepted);
    EXPECT_THAT(judged.unused, SizeIs(one.unused));
    EXPECT_EQ(judged.open.has(Severity::problem), !one.open.empty());
  }
}

TEST(Accepted, CodesOfOthersStayAndUnusedOnesAreTold) {
  Diagnostics found;
  found.add(finding("figure-differs"), "differs", {}, {"a"});
  const std::vector<Acceptance> acceptances{acceptance("unmatched-rows", {"a", "b"}),
                                            acceptance("not-drawn", {})};
  Judged judged = judge(found, acceptances);
  EXPECT_THAT(judged.open.all(), SizeIs(1));
  report_unused(judged, judged.open);
  ASSERT_THAT(judged.open.all(), SizeIs(3));
  EXPECT_EQ(judged.open.all()[1].code, "accepted-nothing");
  EXPECT_THAT(judged.open.all()[1].message, HasSubstr("unmatched-rows"));
  EXPECT_THAT(judged.open.all()[1].ids, ElementsAre("a", "b"));
}

TEST(Accepted, TwoReasonsShareAFinding) {
  Diagnostics found;
  found.add(finding("unmatched-rows"), "2 rows", {}, {"a", "b"});
  const std::vector<Acceptance> acceptances{acceptance("unmatched-rows", {"a"}),
                                            acceptance("unmatched-rows", {"b"})};
  const Judged judged = judge(found, acceptances);
  EXPECT_THAT(judged.open.all(), SizeIs(0));
  EXPECT_THAT(judged.accepted, SizeIs(2));
}

}  // namespace
