#pragma once
// Which tables are built, and in which order.

#include <map>
#include <set>
#include <string>
#include <vector>

#include "step.h"

namespace cartouche::pipeline {

struct PlannedRecipe {
  const project::TableRecipe* recipe = nullptr;
  std::vector<StepPtr> steps;
};

struct Plan {
  std::vector<const project::Source*> sources;  ///< to read, in the project's order
  std::vector<PlannedRecipe> recipes;           ///< to run, each after those it needs
  std::set<std::string> must_be_valid;          ///< tables that a step asks where things lie
};

/// Reads all steps of the project, also of tables that are not wanted, so that an error in any is found.
/// Usage errors: unknown step, table, function or parameter, a recipe that does not begin with `from`, a
/// cycle.
Plan make_plan(const project::Project& project, const std::vector<std::string>& wanted);

}  // namespace cartouche::pipeline
