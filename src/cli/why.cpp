#include "cartouche/query/why.h"
#include "cartouche/press/check_project.h"
#include "cartouche/press/project_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "cartouche/base/number_format.h"
#include "cartouche/base/parallel.h"
#include "cartouche/base/words.h"
#include "cartouche/project/project.h"
#include "cartouche/query/spatial_engine.h"
#include "commands.h"
#include "question_tables.h"

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

struct Explanation {
  std::string table;
  std::size_t rows = 0;  // of the table that have the id; the first is looked at
  std::vector<query::Sighting> sightings;
};

// Looks for one row in table after table, and at each set of zones once.
class Finder {
 public:
  explicit Finder(const WhyOptions& options) : options_(options) {}

  /// False where the table has no such row.
  bool has(const Table& points) {
    if (!are_points(points)) return false;
    row_ = press::row_of(points, options_.feature);
    if (row_ && found_.table.empty()) {
      found_.table = points.name();
      for (std::size_t i = 0; i < points.row_count(); ++i)
        if (points.row_id(i) == options_.feature) ++found_.rows;
    }
    for (std::size_t i = 0; i < points.row_count() && !row_; ++i) ids_.push_back(points.row_id(i));
    return row_.has_value();
  }
  /// Zones without an inside are asked by distance: where the project names no predicate, for the nearest.
  void look(const Table& points, query::ZoneSet zones) {
    if (!zones.zones.geometry() || std::find(done_.begin(), done_.end(), zones.name) != done_.end()) return;
    done_.push_back(zones.name);
    const bool has_inside = zones.zones.geometry()->shapes.kind() == GeometryKind::polygon;
    if (!has_inside && !(zones.predicate && zones.predicate->measures()))
      zones.predicate = query::Predicate{query::Predicate::Kind::nearest};
    const auto seen = query::explain(points, *row_, zones, options_.tolerance);
    found_.sightings.insert(found_.sightings.end(), seen.begin(), seen.end());
  }
  Explanation explanation() const {
    if (!found_.table.empty()) return found_;
    const std::string near = nearest_word(options_.feature, ids_);
    throw usage_error({options_.project.string(), 0, 0}, "no point '" + options_.feature + "' in the project",
                      near.empty() ? "name the id of a row that a spatial_join or a question asks of"
                                   : "did you mean '" + near + "'?");
  }

 private:
  const WhyOptions& options_;
  std::optional<std::size_t> row_;
  std::vector<std::string> ids_, done_;
  Explanation found_;
};

Explanation explain_feature(const project::Project& project, const std::vector<Questioned>& joins,
                            const Parameters& parameters, const WhyOptions& options,
                            Diagnostics& diagnostics) {
  const Tables& tables = parameters.places->tables;
  Finder finder(options);
  for (const Questioned& join : joins) {
    const Table& points = *tables.at(join.points);
    if (!finder.has(points)) continue;
    for (const std::string& name : join.zones)
      finder.look(points, {name, *tables.at(name), "", std::nullopt});
  }
  for (const project::Question& question : project.questions) {
    const QuestionTables asked(question, parameters);
    const Table points = asked.points(diagnostics);
    if (!finder.has(points)) continue;
    for (query::ZoneSet& zones : asked.zones(diagnostics)) {
      if (!zones.predicate && question.predicate)
        zones.predicate = query::parse_predicate(question.predicate->value, question.predicate->where);
      finder.look(points, std::move(zones));
    }
  }
  return finder.explanation();
}

std::string in_words(const query::Sighting& one, double tolerance) {
  const std::string metres = format_fixed(one.metres, one.metres < 100 ? 1 : 0);
  std::string line;
  if (std::isinf(one.reach))
    line = fmt::format("nearest to '{}', {} m away", one.key, metres);
  else if (one.reach > 0)
    line = fmt::format("{} of '{}', {} m away of at most {} m", one.inside ? "in reach" : "out of reach",
                       one.key, metres, format_fixed(one.reach, 0));
  else if (one.inside)
    line = fmt::format("inside '{}', {} m from its border", one.key, metres);
  else
    line = fmt::format("outside '{}', {} m away", one.key, metres);
  if (one.verify) line += fmt::format(": within the tolerance of {} m, verify", format_fixed(tolerance, 1));
  return line;
}

void print_text(const Explanation& found, const WhyOptions& options, std::ostream& out) {
  out << options.feature << " in '" << found.table << "'";
  if (found.rows > 1) out << ", the first of " << found.rows << " rows with this id";
  out << '\n';
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
  json["table"] = found.table;
  json["rows_with_id"] = found.rows;
  json["tolerance"] = options.tolerance;
  json["zones"] = nlohmann::ordered_json::array();
  for (const auto& one : found.sightings) {
    nlohmann::ordered_json zone = {{"set", one.set},
                                   {"zone", one.key},
                                   {one.reach > 0 ? "in_reach" : "inside", one.inside},
                                   {"metres", one.metres},
                                   {"verify", one.verify}};
    if (one.reach > 0) zone["reach"] = one.reach;  // null: however far
    json["zones"].push_back(std::move(zone));
  }
  return json.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace

ExitCode why(const WhyOptions& options, std::ostream& out, std::ostream& err) {
  if (!(options.tolerance >= 0)) throw usage_error({}, "--tolerance takes metres, 0 or more");
  const project::Project project = project::read_project(options.project, options.settings);
  press::check_project(project);
  const std::vector<Questioned> joins = spatial_joins(project);
  if (joins.empty() && project.questions.empty())
    throw usage_error({options.project.string(), 0, 0}, "no table of the project asks where its rows lie",
                      "a spatial_join does, and a question");
  std::vector<std::string> wanted;
  for (const Questioned& join : joins) {
    wanted.push_back(join.points);
    wanted.insert(wanted.end(), join.zones.begin(), join.zones.end());
  }
  for (const project::Question& question : project.questions)
    for (std::string& name : tables_needed(question)) wanted.push_back(std::move(name));
  Diagnostics diagnostics;
  const unsigned threads = options.jobs > 0 ? options.jobs : hardware_threads();
  const auto engine = query::make_spatial_engine();
  Parameters parameters = parameters_of(project);
  parameters.places = std::make_shared<const Places>(
      Places{engine, build_tables(project, wanted, press::reader_of(project), threads, diagnostics, engine)});
  const Explanation found = explain_feature(project, joins, parameters, options, diagnostics);
  if (options.json)
    out << to_json(found, options) << '\n';
  else
    print_text(found, options, out);
  if (options.verbose) print(diagnostics, err);
  return ExitCode::done;
}

}  // namespace cartouche::cli
