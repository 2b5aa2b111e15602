#pragma once
// The questions of a project: `cartouche query PROJECT.yaml [NAME]`.

#include "commands.h"

namespace cartouche::cli {

/// Whether POINTS of `cartouche query` is a project file: by its suffix, .yaml or .yml.
bool names_project(const std::string& points);

/// Asks the question NAME of the project, or the only one; of several without a name, lists them. Options
/// that say what the project says already are usage errors.
ExitCode query_project(const QueryOptions& options, std::ostream& out, std::ostream& err);

}  // namespace cartouche::cli
