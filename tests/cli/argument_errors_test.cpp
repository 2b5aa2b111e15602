// A command line that cannot be read: one line that names the argument, what was expected and the nearest
// word.

#include <gmock/gmock.h>

#include "run_command.h"

namespace {

using cartouche::testing::Outcome;
using cartouche::testing::run_command;
using ::testing::HasSubstr;

TEST(Arguments, ThatCannotBeReadAreNamedWithWhatWasExpected) {
  const struct {
    std::vector<std::string> arguments;
    const char* say;
  } cases[] = {
      {{}, "a command is missing; expected one of: render, serve"},
      {{"rendre"}, "no command 'rendre'; did you mean 'render'?"},
      {{"--zones"}, "no option '--zones' before a command"},
      {{"render", "a.yaml", "--dip", "300"}, "no option '--dip' of render; did you mean '--dpi'?"},
      {{"render", "a.yaml", "--dip=300"}, "no option '--dip' of render; did you mean '--dpi'?"},
      {{"render", "a.yaml", "-o", "out"}, "no option '-o' of render; did you mean '--out'?"},
      {{"query", "a.csv", "-x", "lon"}, "no option '-x' of query; did you mean '--x'?"},
      {{"render"}, "render: PROJECT is required"},
      {{"render", "a.yaml", "b.yaml", "c.yaml"}, "render takes no 'b.yaml'"},
      {{"render", "a.yaml", "--dpi", "fine"}, "--dpi takes a number, not 'fine': Dots per inch"},
      {{"render", "a.yaml", "--dpi"}, "--dpi needs a value: Dots per inch"},
      {{"serve", "a.yaml", "--port", "http"}, "--port: Value http not in range 1 to 65535"},
      {{"why", "a.yaml", "--feature", "1", "--tolerance", "abc"},
       "--tolerance takes a number, not 'abc': Metres"},
  };
  for (const auto& one : cases) {
    const Outcome outcome = run_command(one.arguments);
    EXPECT_EQ(outcome.code, 2) << one.say;
    EXPECT_THAT(outcome.err, HasSubstr(one.say));
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
    EXPECT_EQ(outcome.out, "");
  }
}

}  // namespace
