#pragma once
// Which figures the code of a page names.

#include <string>
#include <vector>

#include "cartouche/pipeline/pipeline.h"
#include "cartouche/project/walk.h"

namespace cartouche::map {

/// The figures that a page's code names, in the project's order. In code over the rows of a table a name is
/// its column, where it has one.
std::vector<std::string> figures_needed(const project::Page& page, const project::Project& project,
                                        const Tables& tables);
/// The figures that one piece of code names, in the project's order.
std::vector<std::string> figures_named(const project::CodeRef& code, const project::Project& project,
                                       const Tables& tables);

}  // namespace cartouche::map
