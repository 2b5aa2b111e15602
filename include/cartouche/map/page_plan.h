#pragma once
// Which pages a project makes: one a row of `for_each`, or one.

#include <string>
#include <vector>

#include "cartouche/pipeline/pipeline.h"
#include "cartouche/project/project.h"

namespace cartouche::map {

struct PageInstance {
  const project::Page* page = nullptr;
  std::string key;        ///< what --pages names: the key column's value, or the page's name
  std::string file;       ///< output name without extension
  Parameters parameters;  ///< page.* and param.*
};

/// All pages in the project's order. Two pages of one file name, or a name with a slash, are usage errors.
/// `engine` answers the spatial functions of the pages' expressions; without one they are a usage error.
std::vector<PageInstance> plan_pages(const project::Project& project, const Tables& tables,
                                     const std::shared_ptr<const SpatialEngine>& engine = nullptr);

/// Those whose key, file or page name is in `wanted` (all where it is empty); a name that fits none is a
/// usage error with the nearest.
std::vector<PageInstance> select_pages(std::vector<PageInstance> all, const std::vector<std::string>& wanted);

/// Names of all tables that the project's pages need: those that they and their layers name or ask, and those
/// of the figures named there.
std::vector<std::string> tables_needed(const project::Project& project);

/// The schema of a text or expression that sees parameters only.
Schema parameter_schema(const Parameters& parameters);

}  // namespace cartouche::map
