#include "cartouche/pipeline/pipeline.h"

#include "cartouche/base/parallel.h"
#include "plan.h"
#include "repair.h"

namespace cartouche {
namespace {

using pipeline::Plan;
using pipeline::PlannedRecipe;

// Diagnostics of each table, joined in the project's order when all is done.
using DiagnosticsByTable = std::map<std::string, Diagnostics>;

void read_sources(const Plan& plan, const ReadSource& read, unsigned threads, Tables& tables,
                  DiagnosticsByTable& diagnostics) {
  std::vector<TablePtr> results(plan.sources.size());
  std::vector<Diagnostics> notes(plan.sources.size());
  parallel_for(plan.sources.size(), threads, [&](std::size_t i) {
    const project::Source& source = *plan.sources[i];
    Table table = read(source, notes[i]);
    table.rename(source.name.value);
    if (plan.must_be_valid.contains(source.name.value))
      pipeline::repair_polygons(table, source.where, notes[i]);
    results[i] = std::make_shared<const Table>(std::move(table));
  });
  for (std::size_t i = 0; i < results.size(); ++i) {
    tables.emplace(plan.sources[i]->name.value, std::move(results[i]));
    diagnostics.emplace(plan.sources[i]->name.value, std::move(notes[i]));
  }
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

Tables build_tables(const project::Project& project, const std::vector<std::string>& wanted,
                    const ReadSource& read, unsigned threads, Diagnostics& diagnostics,
                    const std::shared_ptr<const SpatialEngine>& engine) {
  const Plan plan = pipeline::make_plan(project, wanted);
  Parameters parameters = parameters_of(project);
  Tables tables;
  DiagnosticsByTable notes;
  read_sources(plan, read, threads, tables, notes);
  for (const PlannedRecipe& recipe : plan.recipes) {
    const std::string& name = recipe.recipe->name.value;
    parameters.places = std::make_shared<const Places>(Places{engine, tables});
    tables.emplace(
        name, std::make_shared<const Table>(run_recipe(recipe, tables, parameters, threads, notes[name])));
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
