#pragma once
// The program's command line, run within the test.

#include <sstream>
#include <string>
#include <vector>

#include "cartouche/cli/run.h"

namespace cartouche::testing {

struct Outcome {
  int code;
  std::string out, err;
};

inline Outcome run_command(const std::vector<std::string>& arguments) {
  std::ostringstream out, err;
  const int code = cli::run(arguments, out, err);
  return {code, out.str(), err.str()};
}

}  // namespace cartouche::testing
