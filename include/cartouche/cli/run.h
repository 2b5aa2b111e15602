#pragma once
// The command line as a function, so that tests run it as a user does.

#include <ostream>
#include <string>
#include <vector>

namespace cartouche::cli {

/// Runs `cartouche ARGUMENTS…` and returns its exit code. Results go to `out`, messages and progress to
/// `err`.
int run(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err);

}  // namespace cartouche::cli
