#include "cartouche/base/clean_text.h"

#include <gtest/gtest.h>

#include <random>

#include "cartouche/base/diagnostics.h"
#include "cartouche/base/error.h"
#include "cartouche/base/words.h"

namespace cartouche {
namespace {

TEST(CleanText, IsOneLineOfPrintableUtf8) {
  const struct {
    std::string text;
    const char* clean;
  } cases[] = {
      {"", ""},
      {"Évry  Courcouronnes", "Évry  Courcouronnes"},
      {"line one \r\n\t  line  two\n", "line one line  two"},
      {"\x1b[2J\x1b]0;title\x07red", "[2J ]0;title red"},
      {std::string("a\0b", 3), "a b"},
      {"\x7f\xc2\x9b"
       "31m",
       "31m"},  // DEL, and CSI as one character of C1
      {"a\xe2\x80\xa8"
       "b\xe2\x80\xa9",
       "a b"},                                                   // line and paragraph separators
      {"caf\xe9", "caf\xef\xbf\xbd"},                            // Latin-1
      {"\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},  // a surrogate
      {"abc\xe2\x80\xae"
       "def",
       "abcdef"},  // right-to-left override
  };
  for (const auto& one : cases) {
    EXPECT_EQ(clean_line(one.text), one.clean);
    EXPECT_EQ(clean_name(one.text), one.clean);
  }
}

TEST(CleanText, CutsWordsThatNobodyReads) {
  std::string accents;
  for (int i = 0; i < 3000; ++i) accents += "é";
  const std::string cut = clean_line("le mot " + accents + " est long");
  EXPECT_TRUE(is_valid_utf8(cut));
  EXPECT_LT(utf8_length(cut), 200U);
  EXPECT_TRUE(cut.starts_with("le mot éé") && cut.ends_with("éé est long")) << cut;
  EXPECT_EQ(clean_line(std::string(kLongestWord, 'x')), std::string(kLongestWord, 'x'));
  EXPECT_EQ(clean_name(std::string(4000, 'x')).size(), 4000U);
}

TEST(CleanText, HidesSecrets) {
  const struct {
    const char* text;
    const char* hidden;
  } cases[] = {
      {"PG:dbname=atlas password=s3cret user=moi", "PG:dbname=atlas password=… user=moi"},
      {"PG:dbname=atlas password = s3cret", "PG:dbname=atlas password = …"},
      {"PG:password='mon s3cret \\' a toi' user=moi", "PG:password=… user=moi"},
      {"PG:password=\"s3 cret\" x", "PG:password=… x"},
      {"PG:password=s3\\ cret x", "PG:password=… x"},
      {"cannot open 'PG:password=s3cret'; why", "cannot open 'PG:password=…'; why"},
      {"PASSWORD=s3cret", "PASSWORD=…"},
      {"PGPASSWORD=s3cret sslpassword=s3cret", "PGPASSWORD=… sslpassword=…"},
      {"https://a.fr/x?access_token=s3cret&b=1", "https://a.fr/x?access_token=…&b=1"},
      {"https://a.fr/x?b=1&apikey=s3cret", "https://a.fr/x?b=1&apikey=…"},
      {"password%3Ds3cret", "password%3D…"},
      {"{\"api_key\": \"s3cret\", \"a\": 1}", "{\"api_key\": …, \"a\": 1}"},
      {"Authorization: Bearer s3crets3cret", "Authorization: Bearer …"},
      {"postgresql://moi:s3cret@hote/base", "postgresql://moi:…@hote/base"},
      {"postgresql://moi:s3@cr:et@hote:5432/base?x=1", "postgresql://moi:…@hote:5432/base?x=1"},
      {"postgresql://moi:s3/cret@hote/base", "postgresql://moi:…@hote/base"},
      {"'https://moi:s3cret@hote' and https://toi:s3cret@hote",
       "'https://moi:…@hote' and https://toi:…@hote"},
      // No secrets
      {"https://hote:8080/carte/@48.8,2.3", "https://hote:8080/carte/@48.8,2.3"},
      {"https://hote/a:b@c", "https://hote/a:b@c"},
      {"postgresql://moi@hote/base", "postgresql://moi@hote/base"},
      {"no such token: 'x'", "no such token: 'x'"},
      {"zones.csv?key=code&where=a = 1", "zones.csv?key=code&where=a = 1"},
      {"the bearer of it", "the bearer of it"},
      {"password", "password"},
      {"password=", "password="},
  };
  for (const auto& one : cases) {
    EXPECT_EQ(without_secrets(one.text), one.hidden);
    EXPECT_EQ(clean_line(one.text), one.hidden);
    EXPECT_EQ(without_secrets(one.hidden), one.hidden);
  }
}

TEST(CleanText, KeepsTheColumnsOfAnExcerpt) {
  EXPECT_EQ(clean_excerpt("  password=abc\tx\n               ^"), "  password=……… x\n               ^");
}

TEST(CleanText, IsCleanWhateverTheBytes) {
  std::mt19937 random(17);
  const std::string bytes("ab =:'\"@/\\&\x1b\n\xc3\xa9\xe2\x80\xae\xff\0password=://", 37);
  std::uniform_int_distribution<std::size_t> at(0, bytes.size() - 1), length(0, 60);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t n = length(random); n > 0; --n) {
      const std::size_t from = at(random);
      text += bytes.substr(from, 1 + from % 3);
    }
    const std::string clean = clean_line(text);
    EXPECT_TRUE(is_valid_utf8(clean));
    EXPECT_EQ(clean.find_first_of(std::string("\x1b\n\0", 3)), std::string::npos);
    EXPECT_EQ(clean_line(clean), clean) << text;
  }
}

TEST(CleanText, IsWhatErrorsAndFindingsSay) {
  const Error error =
      data_error({"PG:password=s3cret", 0, 0}, "\x1b[31m'https://a:s3cret@b'", "token=s3cret");
  EXPECT_STREQ(error.what(), "PG:password=…: [31m'https://a:…@b'; token=…");
  EXPECT_EQ(error.message().find("s3cret"), std::string::npos);
  EXPECT_EQ(to_line({Severity::note,
                     "",
                     "two\nlines of \xff",
                     {"a\x1b"
                      "b",
                      1, 2},
                     {"pwd=s3cret"}}),
            "a b:1:2: note: two lines of \xef\xbf\xbd (pwd=…)");
}

}  // namespace
}  // namespace cartouche
