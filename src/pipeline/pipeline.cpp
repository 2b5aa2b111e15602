#include "cartouche/pipeline/pipeline.h"

#include "cartouche/base/parallel.h"
#include "duplicate_ids.h"
#include "plan.h"
#include "repair.h"

namespace cartouche {
namespace {

using pipeline::Plan;
using pipeline::PlannedRecipe;

// Diagnostics of each table, joined in the project's order when all is done.
using DiagnosticsByTable = std::map<std::string, Diagnostics>;

// Where nothing is kept, everything is built.
class NothingKept : public KeptTables {
 public:
  const BuiltTable* find(const std::string&, const std::vector<std::string>&, bool) override {
    return nullptr;
  }
  void keep(const std::string&, const std::vector<std::string>&, bool, BuiltTable) override {}
};

void read_sources(const Plan& plan, const ReadSource& read, unsigned threads, KeptTables& kept,
                  Tables& tables, DiagnosticsByTable& diagnostics) {
  std::vector<BuiltTable> results(plan.sources.size());
  std::vector<std::size_t> anew;
  const auto is_valid = [&](std::size_t i) {
    return plan.must_be_valid.contains(plan.sources[i]->name.value);
  };
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (const BuiltTable* known = kept.find(plan.sources[i]->name.value, {}, is_valid(i)))
      results[i] = *known;
    else
      anew.push_back(i);
  }
  parallel_for(anew.size(), threads, [&](std::size_t n) {
    const project::Source& source = *plan.sources[anew[n]];
    BuiltTable& result = results[anew[n]];
    Table table = read(source, result.notes);
    table.rename(source.name.value);
    pipeline::report_duplicate_ids(table, source.where, result.notes);
    if (is_valid(anew[n])) pipeline::repair_polygons(table, source.where, result.notes);
    result.table = std::make_shared<const Table>(std::move(table));
  });
  for (const std::size_t i : anew) kept.keep(plan.sources[i]->name.value, {}, is_valid(i), results[i]);
  for (std::size_t i = 0; i < results.size(); ++i) {
    tables.emplace(plan.sources[i]->name.value, std::move(results[i].table));
    diagnostics.emplace(plan.sources[i]->name.value, std::move(results[i].notes));
  }
}

std::vector<std::string> inputs_of(const PlannedRecipe& recipe) {
  std::vector<std::string> names;
  for (const pipeline::StepPtr& step : recipe.steps)
    for (const project::LocatedText& name : step->needs()) names.push_back(name.value);
  return names;
}

Table run_recipe(const PlannedRecipe& recipe, const Tables& tables, const Parameters& parameters,
                 unsigned threads, Diagnostics& diagnostics) {
  const std::string& name = recipe.recipe->name.value;
  Table table;
  for (std::size_t i = 0; i < recipe.steps.size(); ++i) {
    pipeline::StepContext context{
        tables, parameters, diagnostics, threads, recipe.recipe->steps[i].kind.where, name};
    if (recipe.steps[i]->is_spatial()) pipeline::repair_polygons(table, context.where, diagnostics);
    table = recipe.steps[i]->run(std::move(table), context);
    table.rename(name);
  }
  return table;
}

}  // namespace

void check_steps(const project::Project& project) {
  pipeline::make_plan(project, {});
}

Tables build_tables(const project::Project& project, const std::vector<std::string>& wanted,
                    const ReadSource& read, unsigned threads, Diagnostics& diagnostics,
                    const std::shared_ptr<const SpatialEngine>& engine, KeptTables* kept) {
  const Plan plan = pipeline::make_plan(project, wanted);
  Parameters parameters = parameters_of(project);
  Tables tables;
  DiagnosticsByTable notes;
  NothingKept nothing;
  KeptTables& known = kept != nullptr ? *kept : nothing;
  read_sources(plan, read, threads, known, tables, notes);
  for (const PlannedRecipe& recipe : plan.recipes) {
    const std::string& name = recipe.recipe->name.value;
    const std::vector<std::string> inputs = inputs_of(recipe);
    BuiltTable built;
    if (const BuiltTable* before = known.find(name, inputs, false)) {
      built = *before;
    } else {
      parameters.places = std::make_shared<const Places>(Places{engine, tables});
      built.table =
          std::make_shared<const Table>(run_recipe(recipe, tables, parameters, threads, built.notes));
      known.keep(name, inputs, false, built);
    }
    tables.emplace(name, std::move(built.table));
    notes.emplace(name, std::move(built.notes));
  }
  for (const project::Source& source : project.sources) diagnostics.append(notes[source.name.value]);
  for (const project::TableRecipe& recipe : project.tables) diagnostics.append(notes[recipe.name.value]);
  return tables;
}

Parameters parameters_of(const project::Project& project) {
  Parameters parameters;
  for (const auto& [name, value] : project.parameters) parameters["param." + name] = value.value;
  return parameters;
}

}  // namespace cartouche
