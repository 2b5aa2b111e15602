#include "../../src/text/strong_words.h"

#include <gtest/gtest.h>

#include "cartouche/text/text.h"

namespace cartouche {
namespace {

std::string shown(std::string_view text) {
  std::string all;
  for (const text::StrongSegment& one : text::strong_segments(text, true))
    all += (one.strong ? '[' : '(') + one.text + (one.strong ? ']' : ')');
  return all;
}

TEST(StrongWords, StandBetweenTheirSigns) {
  EXPECT_EQ(shown("**369** contrats"), "[369]( contrats)");
  EXPECT_EQ(shown("de **a** à **b**"), "(de )[a]( à )[b]");
  EXPECT_EQ(shown("5 ** 3"), "(5 ** 3)");  // nothing closes it
  EXPECT_EQ(text::strong_segments("**a**", false).front().text, "**a**");
}

TEST(StrongWords, MayBeBrokenBetweenLines) {
  EXPECT_EQ(text::strong_word_by_word("**deux mots** ici"), "**deux** **mots** ici");
}

TEST(StrongWords, AreSetInTheHeavierFontWithoutTheirSigns) {
  Shaper shaper;
  Diagnostics diagnostics;
  FontSpec font;
  font.families = {"Lato", "DejaVu Sans"};
  font.strong = 700;
  const TextBlock block =
      shaper.block("**369** contrats de ville, **7947** communes", font, 60, 1.2, diagnostics);
  ASSERT_GT(block.lines.size(), 1U);
  std::string all;
  for (const TextLine& line : block.lines)
    for (const TextRun& run : line.runs) {
      all += run.text;
      const bool digits = run.text.find_first_of("3679") != std::string::npos;
      EXPECT_EQ(run.run.face->weight, digits ? 700 : 400) << run.text;
    }
  EXPECT_EQ(all.find('*'), std::string::npos);
  EXPECT_NE(all.find("369"), std::string::npos);
}

}  // namespace
}  // namespace cartouche
