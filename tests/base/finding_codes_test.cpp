#include "cartouche/base/finding_codes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace cartouche {
namespace {

TEST(FindingCodes, AreFoundByTheirName) {
  static_assert(finding("unmatched-rows").severity == Severity::problem);
  EXPECT_EQ(finding("unmatched-rows").code, "unmatched-rows");
}

TEST(FindingCodes, AreUniqueAndKebabCase) {
  std::set<std::string_view> seen;
  for (const FindingCode& one : kFindingCodes) {
    EXPECT_TRUE(seen.insert(one.code).second) << one.code << " stands twice";
    EXPECT_TRUE(std::all_of(one.code.begin(), one.code.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    })) << one.code;
  }
}

}  // namespace
}  // namespace cartouche
