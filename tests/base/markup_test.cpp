#include "cartouche/base/markup.h"

#include <gtest/gtest.h>

namespace cartouche {
namespace {

TEST(EscapeMarkup, LetsOnlyTextThrough) {
  const struct {
    std::string text, escaped;
  } cases[] = {
      {"<script>alert('1')</script> & \"x\"", "&lt;script&gt;alert('1')&lt;/script&gt; &amp; &quot;x&quot;"},
      {"a ]]> b", "a ]]&gt; b"},
      {std::string("a\0b\x1f\tc\n\x7f", 8), "ab\tc\n"},
      {"a\xEF\xBF\xBE\xEF\xBF\xBF\xC3\xA9", "aé"},
      {"\xE2\x80\xAE"
       "gnp.exe\xE2\x80\xAC",
       "gnp.exe"},  // an override, and its end
      {"\xE2\x81\xA6x\xE2\x81\xA9 \xE2\x80\xAAy", "x y"},
      {"1\xE2\x80\xAF"
       "416 \xE2\x80\x93 \xE2\x82\xAC",
       "1\xE2\x80\xAF"
       "416 \xE2\x80\x93 \xE2\x82\xAC"},  // spaces, dash, euro stay
      {"caf\xE9", "café"},
      {"", ""},
  };
  for (const auto& one : cases) EXPECT_EQ(escape_markup(one.text), one.escaped) << one.text;
}

TEST(HarmlessText, LeavesMarkupToTheFormatsThatHaveNone) {
  EXPECT_EQ(harmless_text("<b> & \"x\" ]]>"), "<b> & \"x\" ]]>");
  EXPECT_EQ(harmless_text("a\x01\xE2\x80\xAE"
                          "b\r"),
            "ab");
  EXPECT_EQ(harmless_text("caf\xE9"), "café");
}

}  // namespace
}  // namespace cartouche
