#include "../../src/web/template.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace cartouche::web {
namespace {

TEST(Fill, DoesNotReadAgainWhatItFillsIn) {
  EXPECT_EQ(fill("a{{x}}b{{y}}", {{"x", "{{y}}"}, {"y", "1"}}), "a{{y}}b1");
  EXPECT_THROW(fill("{{z}}", {{"x", ""}}), std::logic_error);
}

TEST(HtmlText, LeavesNoMarkupAndNoCharacterThatTurnsTheText) {
  const std::pair<const char*, const char*> cases[] = {
      {"<script>&\"'", "&lt;script&gt;&amp;&quot;&#39;"},
      {"a\x01\x1B\x7Fz", "az"},
      {"a\u202Eb\u2066c\u2069d\u202A", "abcd"},
      {"l\u2019e\u0301t\u00E9 \u2014 \u202F", "l\u2019e\u0301t\u00E9 \u2014 \u202F"},
      {"caf\xE9", "café"},
      {"tab\tand\nline", "tab\tand\nline"}};
  for (const auto& [text, html] : cases) EXPECT_EQ(html_text(text), html);
}

}  // namespace
}  // namespace cartouche::web
