#pragma once
// What is wrong with a command line, in one line.

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace cartouche::cli {

/// The words for an error of the parser: the argument it is about, what was expected, the nearest word.
std::string argument_error(const CLI::App& app, const std::vector<std::string>& arguments,
                           const CLI::ParseError& error);

}  // namespace cartouche::cli
