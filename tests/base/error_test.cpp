#include "cartouche/base/error.h"

#include <gtest/gtest.h>

namespace cartouche {
namespace {

TEST(Location, PrintsOnlyThePartsThatAreKnown) {
  const struct {
    Location where;
    const char* text;
  } cases[] = {{{"a.yaml", 3, 7}, "a.yaml:3:7"},
               {{"a.yaml", 3, 0}, "a.yaml:3"},
               {{"a.yaml", 0, 7}, "a.yaml"},
               {{"", 3, 7}, "3:7"},
               {{}, ""}};
  for (const auto& one : cases) EXPECT_EQ(one.where.str(), one.text);
}

TEST(Error, IsPlaceMessageAndHintOnOneLine) {
  const Error error = usage_error({"a.yaml", 3, 7}, "unknown key 'colour'", "did you mean 'color'?");
  EXPECT_STREQ(error.what(), "a.yaml:3:7: unknown key 'colour'; did you mean 'color'?");
  EXPECT_EQ(error.code(), ExitCode::usage);
  EXPECT_EQ(error.message(), "unknown key 'colour'");
  EXPECT_EQ(error.hint(), "did you mean 'color'?");
  EXPECT_EQ(error.where().line, 3);
  EXPECT_EQ(error.excerpt(), "");
}

TEST(Error, WithoutPlaceOrHintIsTheMessageAlone) {
  EXPECT_STREQ(data_error({}, "no rows").what(), "no rows");
  EXPECT_EQ(data_error({}, "no rows").code(), ExitCode::data);
}

TEST(Error, StaysOneLineWhateverALibrarySays) {
  const Error error = data_error({"odd\nname", 1, 1}, "line one \r\n\t  line  two\n", "a\nb");
  EXPECT_STREQ(error.what(), "odd name:1:1: line one line  two; a b");
}

}  // namespace
}  // namespace cartouche
