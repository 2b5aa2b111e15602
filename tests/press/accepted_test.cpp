// What a project accepts is no problem any more, and is not forgotten.

#include "../../src/press/accepted.h"

#include <gmock/gmock.h>

#include "cartouche/base/finding_codes.h"

namespace {

using cartouche::Diagnostics;
using cartouche::finding;
using cartouche::Severity;
using cartouche::press::judge;
using cartouche::press::judged;
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
    const Judged result = judge(found, acceptances);
    std::vector<std::string> open, accepted;
    for (const auto& rest : result.findings.open.all())
      open.insert(open.end(), rest.ids.begin(), rest.ids.end());
    for (const auto& taken : result.findings.accepted)
      accepted.insert(accepted.end(), taken.finding.ids.begin(), taken.finding.ids.end());
    EXPECT_EQ(open, one.open);
    EXPECT_EQ(accepted, one.accepted);
    EXPECT_THAT(result.unused, SizeIs(one.unused));
    EXPECT_EQ(result.findings.open.has(Severity::problem), !one.open.empty());
  }
}

TEST(Accepted, CodesOfOthersStayAndUnusedOnesAreTold) {
  Diagnostics found;
  found.add(finding("figure-differs"), "differs", {}, {"a"});
  const std::vector<Acceptance> acceptances{acceptance("unmatched-rows", {"a", "b"}),
                                            acceptance("not-drawn", {})};
  EXPECT_THAT(judge(found, acceptances).findings.open.all(), SizeIs(1));
  EXPECT_THAT(judged(found, acceptances, false).open.all(), SizeIs(1));
  const Diagnostics open = judged(found, acceptances, true).open;
  ASSERT_THAT(open.all(), SizeIs(3));
  EXPECT_EQ(open.all()[1].code, "accepted-nothing");
  EXPECT_THAT(open.all()[1].message, HasSubstr("unmatched-rows"));
  EXPECT_THAT(open.all()[1].ids, ElementsAre("a", "b"));
}

TEST(Accepted, TwoReasonsShareAFinding) {
  Diagnostics found;
  found.add(finding("unmatched-rows"), "2 rows", {}, {"a", "b"});
  const std::vector<Acceptance> acceptances{acceptance("unmatched-rows", {"a"}),
                                            acceptance("unmatched-rows", {"b"})};
  const Judged result = judge(found, acceptances);
  EXPECT_THAT(result.findings.open.all(), SizeIs(0));
  EXPECT_THAT(result.findings.accepted, SizeIs(2));
}

}  // namespace
