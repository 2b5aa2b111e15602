#include "../../src/text/letter_case.h"

#include <gtest/gtest.h>

#include <string>

namespace cartouche::text {
namespace {

/// Large segments as they are, small ones in brackets.
std::string shown(const std::string& text) {
  std::string all;
  for (const CaseSegment& one : small_cap_segments(text)) all += one.small ? "[" + one.text + "]" : one.text;
  return all;
}

TEST(SmallCapSegments, SetsLowerCaseLettersAsSmallCapitals) {
  EXPECT_EQ(shown("Île-de-France"), "Î[LE]-[DE]-F[RANCE]");
  EXPECT_EQ(shown("Occitanie 2021"), "O[CCITANIE] 2021");
  EXPECT_EQ(shown("œuf, straße"), "[ŒUF], [STRASSE]");
  EXPECT_EQ(shown("PACA"), "PACA");
  EXPECT_EQ(shown(""), "");
}

TEST(SmallCapSegments, KeepsACombiningMarkWithItsLetter) {
  EXPECT_EQ(shown("ae\u0301E\u0301"), "[AE\u0301]E\u0301");
}

TEST(Printable, ReplacesWhatCannotStandOnALine) {
  EXPECT_EQ(printable("a\tb\nc"), "a b c");
  EXPECT_EQ(printable("a\x1b[0m"), "a [0m");
  EXPECT_EQ(printable("caf\xe9"), "caf\uFFFD");
  EXPECT_EQ(printable("été\u202F!"), "été\u202F!");
}

}  // namespace
}  // namespace cartouche::text
