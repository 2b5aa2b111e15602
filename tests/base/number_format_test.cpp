#include "cartouche/base/number_format.h"

#include <gtest/gtest.h>

#include <charconv>
#include <cmath>
#include <limits>

namespace cartouche {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

TEST(FormatFrench, GroupsByNarrowSpacesAndRoundsHalfAwayFromZero) {
  const struct {
    double value;
    int decimals;
    const char* text;
  } cases[] = {
      {0, 0, "0"},
      {999, 0, "999"},
      {1416, 0, "1\u202F416"},
      {27255, -1, "27\u202F255"},
      {1234567.891, 2, "1\u202F234\u202F567,89"},
      {391.1, 1, "391,1"},
      {391, 1, "391,0"},
      {0.5, 0, "1"},
      {1.5, 0, "2"},
      {2.5, 0, "3"},
      {-2.5, 0, "\u22123"},
      {-0.4, 0, "0"},
      {-0.0, -1, "0"},
      {2.675, 2, "2,68"},
      {999.95, 1, "1\u202F000,0"},
      {0.1 + 0.2, -1, "0,3"},
      {1.0 / 3, -1, "0,333333"},
      {12.340, -1, "12,34"},
      {1e-9, -1, "0"},
      {1e21, 0, "1\u202F000\u202F000\u202F000\u202F000\u202F000\u202F000\u202F000"},
      {-1234.5, 1, "\u22121\u202F234,5"},
      {std::nan(""), 2, "n.d."},
      {-kInfinity, 0, "\u2212∞"},
  };
  for (const auto& one : cases)
    EXPECT_EQ(format_french(one.value, one.decimals), one.text) << one.value << " at " << one.decimals;
}

TEST(FormatShortest, ReadsBackAsTheSameDouble) {
  for (const double value : {12.0, 0.1, 1.0 / 3, 1e15, 123456789.125, 1e300, 5e-324, -2.5e-7,
                             std::numeric_limits<double>::max()}) {
    const std::string text = format_shortest(value);
    double back = 0;
    std::from_chars(text.data(), text.data() + text.size(), back);
    EXPECT_EQ(back, value) << text;
  }
}

TEST(FormatShortest, AvoidsExponentsForNumbersPeopleWrite) {
  const struct {
    double value;
    const char* text;
  } cases[] = {{12, "12"},      {-0.0, "0"},        {100000, "100000"},         {0.00001, "0.00001"},
               {0.25, "0.25"},  {-3.5, "-3.5"},     {1e15, "1000000000000000"}, {1e16, "1e+16"},
               {1e-7, "1e-07"}, {kInfinity, "inf"}, {std::nan(""), "nan"}};
  for (const auto& one : cases) EXPECT_EQ(format_shortest(one.value), one.text);
}

TEST(FormatFixed, DropsTrailingZerosAndNegativeZero) {
  const struct {
    double value;
    int decimals;
    const char* text;
  } cases[] = {{1.5, 2, "1.5"},    {1.0, 2, "1"},     {-0.001, 2, "0"}, {-0.005, 2, "-0.01"},
               {1.005, 2, "1.01"}, {1416, 0, "1416"}, {9.999, 2, "10"}, {120, 0, "120"}};
  for (const auto& one : cases) EXPECT_EQ(format_fixed(one.value, one.decimals), one.text);
}

TEST(FrenchTypography, SetsNarrowSpacesAndApostrophes) {
  const struct {
    const char* text;
    const char* set;
  } cases[] = {
      {"Sources : IGN", "Sources\u202F: IGN"},
      {"Sources: IGN", "Sources\u202F: IGN"},
      {"Sources\u00A0: IGN", "Sources\u202F: IGN"},
      {"Sources\u202F: IGN", "Sources\u202F: IGN"},
      {"69 %", "69\u202F%"},
      {"69%", "69\u202F%"},
      {"Oui !", "Oui\u202F!"},
      {"Oui ?!", "Oui\u202F?!"},
      {"un;deux", "un\u202F;deux"},
      {"«Territoires»", "«\u202FTerritoires\u202F»"},
      {"« Territoires »", "«\u202FTerritoires\u202F»"},
      {"« Quoi ? »", "«\u202FQuoi\u202F?\u202F»"},
      {"« Quoi ?»", "«\u202FQuoi\u202F?\u202F»"},
      {"L'État d'Île", "L’État d’Île"},
      {"5' et 'mot'", "5' et 'mot'"},
      {"d'« ici »", "d’«\u202Fici\u202F»"},
      {"12:30, 1:500 000", "12:30, 1:500 000"},
      {"EPSG:2154", "EPSG:2154"},
      {"voir https://x.fr/?a=b;c:d%20 !", "voir https://x.fr/?a=b;c:d%20\u202F!"},
      {": début", ": début"},
      {"(!)", "(!)"},
      {"fin :", "fin\u202F:"},
      {"a\n: b", "a\n: b"},
      {"deux  espaces", "deux  espaces"},
      {"", ""},
  };
  for (const auto& one : cases) {
    EXPECT_EQ(french_typography(one.text), one.set) << one.text;
    EXPECT_EQ(french_typography(one.set), one.set) << "a second time: " << one.text;
  }
}

TEST(FrenchTypography, KeepsBytesThatAreNotUtf8) {
  EXPECT_EQ(french_typography("a\xE9\xFF : b"), "a\xE9\xFF\u202F: b");
}

}  // namespace
}  // namespace cartouche
