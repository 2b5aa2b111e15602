#include "cartouche/base/diagnostics.h"

#include <gtest/gtest.h>

#include "cartouche/base/finding_codes.h"

namespace cartouche {
namespace {

TEST(Diagnostics, KeepsTheOrderAndKnowsTheWorst) {
  Diagnostics all;
  EXPECT_FALSE(all.has(Severity::note));
  all.add(finding("text-contrast"), "second");
  Diagnostics more;
  more.add(finding("unused-rows"), "third", {"f", 1, 2}, {"x"});
  all.append(more);
  ASSERT_EQ(all.all().size(), 2U);
  EXPECT_EQ(all.all()[0].message, "second");
  EXPECT_EQ(all.all()[1], (Diagnostic{Severity::note, "unused-rows", "third", {"f", 1, 2}, {"x"}}));
  EXPECT_TRUE(all.has(Severity::warning));
  EXPECT_FALSE(all.has(Severity::problem));
}

TEST(Diagnostics, CanBeAppendedToThemselves) {
  Diagnostics all;
  all.add(finding("unused-rows"), "one");
  all.append(all);
  EXPECT_EQ(all.all().size(), 2U);
  EXPECT_EQ(all.each_once().all().size(), 1U);
}

TEST(Diagnostics, PrintAsOneLineWithTheFirstIds) {
  const auto ids = [](int count) {
    std::vector<std::string> list;
    for (int i = 1; i <= count; ++i) list.push_back(std::to_string(i));
    return list;
  };
  const struct {
    Diagnostic diagnostic;
    const char* line;
  } cases[] = {
      {{Severity::problem, "unmatched-rows", "2 rows match nothing", {"a.yaml", 3, 7}, {"01", "02"}},
       "a.yaml:3:7: problem: 2 rows match nothing (01, 02) [unmatched-rows]"},
      {{Severity::note, "", "two\nlines", {}, {}}, "note: two lines"},
      {{Severity::warning, "c", "nine", {}, ids(9)}, "warning: nine (1, 2, 3, 4, 5, 6, 7, 8, 9) [c]"},
      {{Severity::warning, "c", "ten", {}, ids(10)}, "warning: ten (1, 2, 3, 4, 5, 6, 7, 8, …) [c]"},
  };
  for (const auto& one : cases) EXPECT_EQ(to_line(one.diagnostic), one.line);
}

}  // namespace
}  // namespace cartouche
