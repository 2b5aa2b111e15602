// Codes that would meet, were they written alike.

#include "cartouche/table/code_match.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace cartouche {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Words = std::vector<std::string>;

Diagnostics compared(const Words& left, const Words& right) {
  CodeComparison comparison({"communes", "insee"}, {"d", "code"});
  for (const std::string& code : right) comparison.add_known(code);
  for (const std::string& code : left)
    if (std::find(right.begin(), right.end(), code) == right.end()) comparison.add_unmatched(code);
  Diagnostics found;
  comparison.report({}, found);
  return found;
}

TEST(CodeComparison, NamesTheSideTheFaultAndTheCure) {
  const struct {
    const char *left, *right;
    const char* says;
  } cases[] = {
      {"01004", "1004",
       "'code' of 'd' would match, but lost their zeros; derive: { code: \"lpad(code, 5, '0')\" }"},
      {"1004", "01004", "'insee' of 'communes' would match, but lost their zeros"},
      {"01", "01 ", "'code' of 'd' would match, but carry blanks; derive: { code: \"trim(code)\" }"},
      {"01", "\u00A001", "carry blanks"},
      {"01\u202F", "01", "'insee' of 'communes' would match, but carry blanks"},
      {"2A004", "2a004",
       "'code' of 'd' would match, but have small letters; derive: { code: \"upper(code)\" }"},
      {"2a004", "2A004", "'insee' of 'communes' would match, but have small letters"},
      {"01004", "1004.0", "'code' of 'd' would match, but have decimals, lost their zeros"},
      {"200040715", "200040715.0", "have decimals"},
      {"200040715", "200040715,00", "have decimals"},
      {"01", " 1", "carry blanks, lost their zeros; derive: { code: \"lpad(trim(code), 2, '0')\" }"},
      {"02A", " 2a ", "carry blanks, have small letters, lost their zeros"},
  };
  for (const auto& one : cases) {
    const Diagnostics found = compared({one.left}, {one.right});
    ASSERT_THAT(found.all(), SizeIs(1)) << one.left << " and " << one.right;
    EXPECT_EQ(found.all()[0].code, "codes-alike");
    EXPECT_EQ(found.all()[0].severity, Severity::problem);
    EXPECT_THAT(found.all()[0].message, HasSubstr(one.says)) << one.left << " and " << one.right;
  }
}

TEST(CodeComparison, SaysNothingOfCodesThatDiffer) {
  const std::pair<const char*, const char*> cases[] = {{"01004", "01005"},  {"1", "10"},      {"2A", "2B"},
                                                       {"1004.5", "1004"},  {"a.0", "a"},     {"", "01"},
                                                       {"01-004", "01004"}, {"0", "00000001"}};
  for (const auto& [left, right] : cases)
    EXPECT_THAT(compared({left}, {right}).all(), IsEmpty()) << left << " and " << right;
}

TEST(CodeComparison, FindsEveryCodeThatWasSpoiltAndNoOther) {
  std::mt19937 random(21);
  const auto draw = [&](int from, int to) { return std::uniform_int_distribution(from, to)(random); };
  for (int round = 0; round < 200; ++round) {
    Words left, right;
    std::size_t spoilt = 0;
    for (int i = 0; i < 40; ++i) {
      const std::string code = (draw(0, 9) == 0 ? std::string("2A") : "0" + std::to_string(draw(1, 9))) +
                               std::to_string(1000 + 20 * i + draw(0, 9)).substr(1);
      left.push_back(code);
      std::string other = code;
      switch (draw(0, 9)) {
        case 0:
          other = code + (draw(0, 1) == 0 ? " " : "\u00A0");
          break;
        case 1:
          other = code[0] == '0' ? code.substr(1) : "2a" + code.substr(2);
          break;
        case 2:
          if (code[0] == '0') other = code.substr(1) + ".0";
          break;
        default:
          break;
      }
      spoilt += other == code ? 0 : 1;
      right.push_back(other);
    }
    const Diagnostics found = compared(left, right);
    if (spoilt == 0) {
      EXPECT_THAT(found.all(), IsEmpty());
      continue;
    }
    ASSERT_THAT(found.all(), SizeIs(1));
    EXPECT_THAT(found.all()[0].message,
                HasSubstr(std::to_string(spoilt) + (spoilt == 1 ? " code in" : " codes in")));
    EXPECT_THAT(found.all()[0].message, HasSubstr("of 'd'"));
  }
}

TEST(Departement, IsThatOfACommunesCode) {
  const std::pair<const char*, const char*> cases[] = {{"01004", "01"},   {"97411", "974"}, {"2A004", "20"},
                                                       {"2B033", "20"},   {"75056", "75"},  {"1004", ""},
                                                       {"200040715", ""}, {"2C004", ""},    {"ABCDE", ""}};
  for (const auto& [code, departement] : cases) EXPECT_EQ(departement_of(code), departement) << code;
}

}  // namespace
}  // namespace cartouche
