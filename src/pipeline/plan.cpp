#include "plan.h"

#include <algorithm>

#include "cartouche/base/words.h"

namespace cartouche::pipeline {
namespace {

class Planner {
 public:
  explicit Planner(const project::Project& project) : project_(project), names_(project.table_names()) {
    for (const project::TableRecipe& recipe : project.tables) read_recipe(recipe);
  }

  Plan run(const std::vector<std::string>& wanted) {
    for (const auto& [name, recipe] : recipes_) {
      check_names(recipe);
      check_code(recipe);
    }
    for (const project::TableRecipe& recipe : project_.tables) order(recipe.name);
    std::set<std::string> needed;
    for (const std::string& name : wanted.empty() ? names_ : wanted) need(name, needed);
    Plan plan;
    for (const project::Source& source : project_.sources)
      if (needed.contains(source.name.value)) plan.sources.push_back(&source);
    for (const auto& [name, recipe] : recipes_)
      for (const StepPtr& step : recipe.steps)
        if (needed.contains(name))
          for (const LocatedText& asked : step->asks_polygons_of()) plan.must_be_valid.insert(asked.value);
    for (const std::string& name : ordered_)
      if (needed.contains(name)) plan.recipes.push_back(std::move(recipes_.at(name)));
    return plan;
  }

 private:
  void read_recipe(const project::TableRecipe& recipe) {
    PlannedRecipe planned{&recipe, {}};
    for (const project::Step& step : recipe.steps) {
      if ((step.kind.value == "from") != planned.steps.empty())
        throw usage_error(step.kind.where,
                          planned.steps.empty()
                              ? "table '" + recipe.name.value + "' must begin with 'from'"
                              : "'from' stands only first; rows of another table are added by 'append'");
      planned.steps.push_back(make_step(step));
    }
    recipes_.emplace(recipe.name.value, std::move(planned));
  }

  void check_names(const PlannedRecipe& recipe) const {
    for (const StepPtr& step : recipe.steps)
      for (const LocatedText& name : step->tables())
        if (std::find(names_.begin(), names_.end(), name.value) == names_.end())
          throw usage_error(name.where, "no table or source '" + name.value + "'",
                            suggestion(name.value, names_));
  }

  void check_code(const PlannedRecipe& recipe) const {
    Vocabulary known{{}, names_, true, false};
    for (const auto& [name, value] : parameters_of(project_)) known.names.push_back(name);
    for (const StepPtr& step : recipe.steps)
      for (const ExpressionText& one : step->code()) Expression::check(one.value, one.where, known);
  }

  // Depth first; `path_` holds the tables being visited.
  void order(const LocatedText& name) {
    const auto recipe = recipes_.find(name.value);
    if (recipe == recipes_.end() || done_.contains(name.value)) return;
    const auto open = std::find(path_.begin(), path_.end(), name.value);
    if (open != path_.end()) {
      std::string cycle;
      for (auto table = open; table != path_.end(); ++table) cycle += *table + " → ";
      throw usage_error(name.where, "tables need each other in a circle: " + cycle + name.value);
    }
    path_.push_back(name.value);
    for (const StepPtr& step : recipe->second.steps)
      for (const LocatedText& needed : step->needs()) order(needed);
    path_.pop_back();
    done_.insert(name.value);
    ordered_.push_back(name.value);
  }

  void need(const std::string& name, std::set<std::string>& needed) const {
    if (std::find(names_.begin(), names_.end(), name) == names_.end())
      throw usage_error({}, "no table or source '" + name + "'", suggestion(name, names_));
    if (!needed.insert(name).second) return;
    const auto recipe = recipes_.find(name);
    if (recipe == recipes_.end()) return;
    for (const StepPtr& step : recipe->second.steps)
      for (const LocatedText& other : step->needs()) need(other.value, needed);
  }

  const project::Project& project_;
  std::vector<std::string> names_;
  std::map<std::string, PlannedRecipe> recipes_;
  std::vector<std::string> path_, ordered_;
  std::set<std::string> done_;
};

}  // namespace

Plan make_plan(const project::Project& project, const std::vector<std::string>& wanted) {
  return Planner(project).run(wanted);
}

}  // namespace cartouche::pipeline
