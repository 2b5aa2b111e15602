#include "cartouche/base/words.h"

#include <gtest/gtest.h>

#include <vector>

namespace cartouche {
namespace {

TEST(Fold, DropsCaseAccentsLigaturesAndPunctuation) {
  const struct {
    const char* text;
    const char* folded;
  } cases[] = {
      {"L'Haÿ-les-Roses", "l hay les roses"},
      {"  Œuilly  ", "oeuilly"},
      {"SAINT-ÉTIENNE", "saint etienne"},
      {"Saint-E\u0301tienne", "saint etienne"},
      {"Ægir × 2", "aegir 2"},
      {"ŒUF Ç ñ ß Ž ŷ ſ", "oeuf c n ss z y s"},
      {"d’Île\u202F: «x»", "d ile x"},
      {"2A004", "2a004"},
      {"a\xFF"
       "b",
       "a b"},
      {"---", ""},
      {"Ελλάς", "Ελλάς"},
  };
  for (const auto& one : cases) EXPECT_EQ(fold(one.text), one.folded) << one.text;
}

TEST(EditDistance, CountsCodePointsAndNeighbouringSwapsAsOne) {
  const struct {
    const char* a;
    const char* b;
    int edits;
  } cases[] = {{"", "", 0},   {"", "abc", 3},           {"abc", "abc", 0}, {"abc", "acb", 1},
               {"é", "e", 1}, {"kitten", "sitting", 3}, {"ca", "abc", 3},  {"emplois", "emlpois", 1},
               {"a", "b", 1}};
  for (const auto& one : cases) {
    EXPECT_EQ(edit_distance(one.a, one.b), one.edits) << one.a << ' ' << one.b;
    EXPECT_EQ(edit_distance(one.b, one.a), one.edits) << one.b << ' ' << one.a;
  }
}

TEST(NearestWord, IsTheFirstOfTheNearestWithinAThird) {
  const std::vector<std::string> words = {"filter", "derive", "join", "spatial_join", "dérivé"};
  const struct {
    const char* word;
    const char* nearest;
  } cases[] = {{"fliter", "filter"},
               {"Derive", "derive"},
               {"spatial-join", "spatial_join"},
               {"jion", "join"},
               {"zzz", ""},
               {"", ""},
               {"j", ""}};
  for (const auto& one : cases) EXPECT_EQ(nearest_word(one.word, words), one.nearest) << one.word;
}

TEST(Suggestion, NamesTheNearestWordOrAll) {
  const std::vector<std::string> words = {"red", "green", "blue"};
  EXPECT_EQ(suggestion("gren", words), "did you mean 'green'?");
  EXPECT_EQ(suggestion("magenta", words), "expected one of: red, green, blue");
  EXPECT_EQ(suggestion("x", {}), "");
  EXPECT_EQ(suggestion("magenta", std::vector<std::string>{"red"}), "expected red");
  const std::vector<std::string> many(20, "abcdef");
  EXPECT_TRUE(suggestion("z", many).ends_with("abcdef, … 4 more")) << suggestion("z", many);
}

TEST(Utf8, IsCheckedStrictly) {
  for (const char* good : {"", "abc", "é", "\u202F", "😀", "\xF4\x8F\xBF\xBF"})
    EXPECT_TRUE(is_valid_utf8(good));
  for (const char* bad : {"\xFF", "\xC3", "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                          "\xF0\x80\x80\x80", "\x80", "a\xE9z"})
    EXPECT_FALSE(is_valid_utf8(bad));
  EXPECT_EQ(utf8_length("Haÿ😀"), 4U);
}

TEST(Latin1, BecomesUtf8WithTheSignsOfWindows) {
  EXPECT_EQ(latin1_to_utf8("Ha\xFF-\xC9t\xE9"), "Haÿ-Été");
  EXPECT_EQ(latin1_to_utf8("5 \x80, \x9Cuf, l\x92\xC9tat"), "5 €, œuf, l’État");
  std::string all;
  for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
  EXPECT_TRUE(is_valid_utf8(latin1_to_utf8(all)));
  EXPECT_EQ(utf8_length(latin1_to_utf8(all)), 256U);
}

}  // namespace
}  // namespace cartouche
