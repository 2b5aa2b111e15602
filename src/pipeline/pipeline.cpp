#include "cartouche/pipeline/pipeline.h"

#include "cartouche/base/parallel.h"
#include "cartouche/geometry/overlay.h"
#include "columns.h"
#include "plan.h"

namespace cartouche {
namespace {

using pipeline::Plan;
using pipeline::PlannedRecipe;

// Diagnostics of each table, joined in the project's order when all is done.
using DiagnosticsByTable = std::map<std::string, Diagnostics>;

void repair_polygons(Table& table, const project::Source& source, Diagnostics& diagnostics) {
  if (!table.geometry() || table.geometry()->shapes.kind() != GeometryKind::polygon) return;
  GeometryColumn geometry = *table.geometry();
  const std::vector<RepairedFeature> repaired = repair(geometry.shapes);
  if (repaired.empty()) return;
  std::vector<std::string> ids;
  for (const RepairedFeature& one : repaired) ids.push_back(pipeline::row_label(table, one.feature));
  diagnostics.add(Severity::warning, "repaired-geometry",
                  pipeline::counted(repaired.size(), "polygon of '", "polygons of '") + source.name.value +
                      "' repaired, the first for " + repaired.front().reason,
                  source.where, std::move(ids));
  table.set_geometry(std::move(geometry));
}

void read_sources(const Plan& plan, const ReadSource& read, unsigned threads, Tables& tables,
                  DiagnosticsByTable& diagnostics) {
  std::vector<TablePtr> results(plan.sources.size());
  std::vector<Diagnostics> notes(plan.sources.size());
  parallel_for(plan.sources.size(), threads, [&](std::size_t i) {
    const project::Source& source = *plan.sources[i];
    Table table = read(source, notes[i]);
    table.rename(source.name.value);
    if (plan.must_be_valid.contains(source.name.value)) repair_polygons(table, source, notes[i]);
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
    table = recipe.steps[i]->run(std::move(table), context);
    table.rename(name);
  }
  return table;
}

}  // namespace

Tables build_tables(const project::Project& project, const std::vector<std::string>& wanted,
                    const ReadSource& read, unsigned threads, Diagnostics& diagnostics) {
  const Plan plan = pipeline::make_plan(project, wanted);
  const Parameters parameters = parameters_of(project);
  Tables tables;
  DiagnosticsByTable notes;
  read_sources(plan, read, threads, tables, notes);
  for (const PlannedRecipe& recipe : plan.recipes) {
    const std::string& name = recipe.recipe->name.value;
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
