#include "cartouche/query/why.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cartouche/base/number_format.h"
#include "cartouche/base/parallel.h"
#include "cartouche/base/words.h"
#include "cartouche/project/project.h"
#include "cartouche/query/spatial_engine.h"
#include "commands.h"
#include "project_tables.h"

namespace cartouche::cli {
namespace {

// A table of points and the tables of zones it is asked of.
struct Questioned {
  std::string points;
  std::vector<std::string> zones;
};

std::vector<Questioned> spatial_joins(const project::Project& project) {
  std::vector<Questioned> all;
  for (const project::TableRecipe& recipe : project.tables) {
    Questioned one{recipe.name.value, {}};
    for (const project::Step& step : recipe.steps) {
      if (step.kind.value != "spatial_join") continue;
      const project::Node* table = step.arguments.find("table");
      if (table && std::find(one.zones.begin(), one.zones.end(), table->text()) == one.zones.end())
        one.zones.push_back(table->text());
    }
    if (!one.zones.empty()) all.push_back(std::move(one));
  }
  return all;
}

bool are_points(const Table& table) {
  return table.geometry() && table.geometry()->shapes.kind() == GeometryKind::point;
}

bool are_polygons(const Table& table) {
  return table.geometry() && table.geometry()->shapes.kind() == GeometryKind::polygon;
}

struct Explanation {
  const Table* table = nullptr;
  std::size_t row = 0;
  std::vector<query::Sighting> sightings;
};

Explanation explain_feature(const std::vector<Questioned>& joins, const Tables& tables,
                            const WhyOptions& options) {
  Explanation result;
  std::vector<std::string> ids, done;
  for (const Questioned& join : joins) {
    const Table& points = *tables.at(join.points);
    if (!are_points(points)) continue;
    const auto row = row_of(points, options.feature);
    if (!row) {
      for (std::size_t i = 0; i < points.row_count(); ++i) ids.push_back(points.row_id(i));
      continue;
    }
    if (!result.table) result = {&points, *row, {}};
    for (const std::string& name : join.zones) {
      const Table& zones = *tables.at(name);
      if (!are_polygons(zones) || std::find(done.begin(), done.end(), name) != done.end()) continue;
      done.push_back(name);
      const auto found = query::explain(points, *row, {name, zones, "", std::nullopt}, options.tolerance);
      result.sightings.insert(result.sightings.end(), found.begin(), found.end());
    }
  }
  if (!result.table) {
    const std::string near = nearest_word(options.feature, ids);
    throw usage_error(
        {options.project.string(), 0, 0}, "no point '" + options.feature + "' in the project",
        near.empty() ? "name the id of a row that a spatial_join asks of" : "did you mean '" + near + "'?");
  }
  return result;
}

std::string in_words(const query::Sighting& one, double tolerance) {
  const std::string metres = format_fixed(one.metres, one.metres < 100 ? 1 : 0);
  std::string line = one.inside ? fmt::format("inside '{}', {} m from its border", one.key, metres)
                                : fmt::format("outside '{}', {} m away", one.key, metres);
  if (one.verify) line += fmt::format(": within the tolerance of {} m, verify", format_fixed(tolerance, 1));
  return line;
}

void print_text(const Explanation& found, const WhyOptions& options, std::ostream& out) {
  out << options.feature << " in '" << found.table->name() << "'\n";
  std::size_t widest = 0;
  for (const auto& one : found.sightings) widest = std::max(widest, utf8_length(one.set));
  for (const auto& one : found.sightings)
    out << fmt::format("  {}{}  {}\n", one.set, std::string(widest - utf8_length(one.set), ' '),
                       in_words(one, options.tolerance));
  if (found.sightings.empty()) out << "  no place, or no zones\n";
}

std::string to_json(const Explanation& found, const WhyOptions& options) {
  nlohmann::ordered_json json;
  json["feature"] = options.feature;
  json["table"] = found.table->name();
  json["tolerance"] = options.tolerance;
  json["zones"] = nlohmann::ordered_json::array();
  for (const auto& one : found.sightings)
    json["zones"].push_back({{"set", one.set},
                             {"zone", one.key},
                             {"inside", one.inside},
                             {"metres", one.metres},
                             {"verify", one.verify}});
  return json.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace

ExitCode why(const WhyOptions& options, std::ostream& out, std::ostream& err) {
  if (!(options.tolerance >= 0)) throw usage_error({}, "--tolerance takes metres, 0 or more");
  const project::Project project = project::read_project(options.project, options.settings);
  const std::vector<Questioned> joins = spatial_joins(project);
  if (joins.empty())
    throw usage_error({options.project.string(), 0, 0}, "no table of the project asks where its rows lie",
                      "a spatial_join does");
  std::vector<std::string> wanted;
  for (const Questioned& join : joins) {
    wanted.push_back(join.points);
    wanted.insert(wanted.end(), join.zones.begin(), join.zones.end());
  }
  Diagnostics diagnostics;
  const unsigned threads = options.jobs > 0 ? options.jobs : hardware_threads();
  const Tables tables =
      build_tables(project, wanted, reader_of(project), threads, diagnostics, query::make_spatial_engine());
  const Explanation found = explain_feature(joins, tables, options);
  if (options.json)
    out << to_json(found, options) << '\n';
  else
    print_text(found, options, out);
  if (options.verbose) print(diagnostics, err);
  return ExitCode::done;
}

}  // namespace cartouche::cli
