#include "../../src/text/line_breaking.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace cartouche::text {
namespace {

using ::testing::ElementsAre;

/// Words joined by '|', with '_' where a space stands before.
std::string shown(std::string_view text) {
  std::string all;
  for (const Word& word : split_words(text)) all += (word.space_before ? "|_" : "|") + word.text;
  return all;
}

struct SplitCase {
  const char* text;
  const char* words;
};

TEST(SplitWords, BreaksAtSpacesAndAfterInnerHyphensOnly) {
  const SplitCase cases[] = {
      {"", ""},
      {"   ", ""},
      {"un", "|un"},
      {" un  deux\ttrois ", "|un|_deux|_trois"},
      {"Saint-Étienne", "|Saint-|Étienne"},
      {"Besançon–Belfort", "|Besançon–|Belfort"},
      {"l'été-là", "|l'été-|là"},
      {"a - b", "|a|_-|_b"},
      {"-5 %", "|-5|_%"},
      {"fin-", "|fin-"},
      {"1\u202F416 projets", "|1\u202F416|_projets"},
      {"5\u00A0M€", "|5\u00A0M€"},
      {"a--b", "|a--b"},
      {"«-x", "|«-|x"},
  };
  for (const SplitCase& one : cases) EXPECT_EQ(shown(one.text), one.words) << one.text;
}

TEST(SplitParagraphs, KeepsEmptyLinesBetweenTexts) {
  EXPECT_THAT(split_paragraphs("a\n\nb"), ElementsAre("a", "", "b"));
  EXPECT_THAT(split_paragraphs("a\n"), ElementsAre("a"));
  EXPECT_THAT(split_paragraphs(""), ElementsAre());
}

Measures words_of(std::vector<double> widths) {
  Measures measures;
  measures.joints.assign(widths.size(), 1);
  measures.words = std::move(widths);
  return measures;
}

TEST(BreakGreedy, FillsEachLineAndNeverDropsAWordThatIsTooWide) {
  EXPECT_THAT(break_greedy(words_of({3, 3, 3, 3}), 7), ElementsAre(0, 2));
  EXPECT_THAT(break_greedy(words_of({3, 3, 3, 3}), 6.9), ElementsAre(0, 1, 2, 3));
  EXPECT_THAT(break_greedy(words_of({20, 1, 1}), 5), ElementsAre(0, 1));
  EXPECT_THAT(break_greedy(words_of({}), 5), ElementsAre());
}

TEST(BreakBalanced, MakesTheWidestLineLeast) {
  EXPECT_THAT(break_balanced(words_of({4, 4, 4, 4}), 2), ElementsAre(0, 2));
  EXPECT_THAT(break_balanced(words_of({2, 2, 2, 8}), 2), ElementsAre(0, 3));
  EXPECT_THAT(break_balanced(words_of({8, 2, 2, 2}), 3), ElementsAre(0, 1));
}

TEST(BreakBalanced, TakesFewerLinesWhereMoreDoNotHelp) {
  EXPECT_THAT(break_balanced(words_of({9, 2, 2}), 3), ElementsAre(0, 1));
  EXPECT_THAT(break_balanced(words_of({5}), 3), ElementsAre(0));
  EXPECT_THAT(break_balanced(words_of({5, 5}), 1), ElementsAre(0));
  EXPECT_THAT(break_balanced(words_of({}), 3), ElementsAre());
}

TEST(BreakBalanced, EvensTheOtherLines) {
  // The widest line is the word of 9; the four small words are set two and two, not three and one.
  EXPECT_THAT(break_balanced(words_of({9, 4, 4, 4, 4}), 3), ElementsAre(0, 1, 3));
}

}  // namespace
}  // namespace cartouche::text
