#pragma once
// `cartouche schema`: the program's JSON Schemas.

#include <ostream>
#include <string>

#include "cartouche/base/error.h"

namespace cartouche::cli {

/// Prints the JSON Schema of "project" or "style" files; a usage error for another word.
ExitCode schema(const std::string& file, std::ostream& out);

}  // namespace cartouche::cli
