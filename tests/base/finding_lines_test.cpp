#include "cartouche/base/finding_lines.h"

#include <gmock/gmock.h>

#include "cartouche/base/finding_codes.h"

namespace cartouche {
namespace {

using ::testing::ElementsAre;

TEST(FindingLines, PutTheHeaviestFirstAndAlikeOnesTogether) {
  Diagnostics all;
  all.add(finding("unused-rows"), "2 rows meet no row", {"a.yaml", 3, 1}, {"x", "y"});
  for (int i = 1; i <= 160; ++i) all.add(finding("text-too-small"), "text " + std::to_string(i), {}, {"id"});
  all.add(finding("unmatched-rows"), "1 row matches nothing", {"a.yaml", 3, 1}, {"p"});
  all.add(finding("unmatched-rows"), "1 row matches nothing", {"a.yaml", 9, 1}, {"q"});
  all.add(finding("unmatched-rows"), "1 row matches nothing", {"a.yaml", 9, 1}, {"q"});
  EXPECT_THAT(
      finding_lines(all),
      ElementsAre("a.yaml:3:1: problem: 1 row matches nothing (p) [unmatched-rows]",
                  "a.yaml:9:1: problem: 1 row matches nothing (q) [unmatched-rows]",
                  "warning: 160 × a text of less than 5.5 pt as printed: text 1; text 2; text 3; … 157 more "
                  "[text-too-small]",
                  "a.yaml:3:1: note: 2 rows meet no row (x, y) [unused-rows]"));
  EXPECT_EQ(count_of_problems(all), "2 problems");
}

TEST(FindingLines, ShowAllOfAFew) {
  Diagnostics all;
  for (const char* text : {"a", "b", "c", "d"}) all.add(finding("corrected-name"), text);
  EXPECT_THAT(finding_lines(all),
              ElementsAre("note: 4 × a place was found under another spelling: a; b; c; d [corrected-name]"));
  EXPECT_EQ(count_of_problems(all), "");
}

}  // namespace
}  // namespace cartouche
