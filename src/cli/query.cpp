#include <algorithm>
#include <array>
#include <functional>
#include <optional>

#include "asked_points.h"
#include "cartouche/base/parallel.h"
#include "cartouche/base/words.h"
#include "cartouche/query/asker.h"
#include "cartouche/query/question.h"
#include "cartouche/query/spatial_engine.h"
#include "cartouche/source/source.h"
#include "cartouche/source/source_files.h"
#include "commands.h"
#include "commune_tables.h"
#include "database_query.h"
#include "project_question.h"
#include "query_points.h"
#include "question_options.h"
#include "source_spec.h"
#include "write_answer.h"

namespace cartouche::cli {
namespace {

query::ZoneSet read_zones(const std::string& text, CommuneTables& communes, Diagnostics& diagnostics) {
  auto [name, rest] = split_name(text);
  if (rest.empty()) throw usage_error({"--zones", 0, 0}, "'" + text + "' names no source");
  const SourceSpec spec = parse_source_spec(rest, words_and({"key", "commune"}));
  Table table = read_spec(spec, diagnostics);
  if (name.empty()) name = name_of(spec);
  if (table.row_count() == 0 && !spec.value("where").empty())
    throw data_error({}, "the zones of '" + name + "' are empty: no row where " + spec.value("where"));
  std::string key = spec.value("key");
  if (const std::string column = spec.value("commune"); !column.empty()) {
    table = query::zones_of_communes(table, column, key, name, communes.get(), diagnostics);
    key.clear();
  }
  return {name, std::move(table), key, std::nullopt};
}

// The sets of zones, for the spatial functions of --where and --agg.
std::shared_ptr<const Places> places_of(const std::vector<query::ZoneSet>& sets) {
  Places places{query::make_spatial_engine(), {}};
  for (const query::ZoneSet& set : sets) {
    auto zones = std::make_shared<Table>(set.zones);
    if (!set.key.empty()) zones->set_id_column(set.key);
    places.tables.emplace(set.name, std::move(zones));
  }
  return std::make_shared<const Places>(std::move(places));
}

// The list is parted at commas, so that a function's arguments come in pieces.
void refuse_expressions(const std::vector<std::string>& group_by) {
  for (const std::string& field : group_by)
    if (field.find_first_of("()'+*") != std::string::npos)
      throw usage_error(
          {"--group-by", 0, 0}, "'" + field + "' is no name of a column",
          "a table of a project derives one from an expression: derive: { dep: \"substr(code, 1, 2)\" }");
}

FilesRead files_read(const QueryOptions& options) {
  std::vector<std::string> sources{options.points, options.communes, options.through};
  for (const std::string& zones : options.zones) sources.push_back(split_name(zones).second);
  FilesRead files;
  for (const std::string& text : sources) {
    if (text.empty()) continue;
    const SourceSpec spec = parse_source_spec(text, words_and({"key", "commune", "code", "from", "to"}));
    const std::string source = split_layer(spec.source).first;
    if (source == "-") files.insert(source);
    for (std::filesystem::path& file : source_files(source)) files.insert(std::move(file));
  }
  return files;
}

void refuse_options_of_projects(const QueryOptions& options) {
  const std::string hint = "cartouche query PROJECT.yaml NAME";
  if (!options.name.empty())
    throw usage_error({},
                      "'" + options.name + "' would name a question, but '" + shown_source(options.points) +
                          "' is no project file",
                      hint);
  if (!options.settings.empty())
    throw usage_error(
        {}, "--set goes with a project file, and '" + shown_source(options.points) + "' is none", hint);
}

bool asks_database(const QueryOptions& options) {
  const std::array<std::string, 2> engines{"local", "postgis"};
  if (std::find(engines.begin(), engines.end(), options.engine) == engines.end())
    throw usage_error({"--engine", 0, 0}, "no engine '" + options.engine + "'",
                      suggestion(options.engine, engines));
  const bool in_database = options.engine == "postgis";
  if (options.explain && !in_database)
    throw usage_error({}, "--explain goes with --engine postgis", "it shows the statement of the database");
  return in_database;
}

// Asks all points and writes what comes of it. The last batch waits until all is found well: short answers to
// wrong data are not begun.
void answer(QueryPoints& points, query::Asker& asker, const QueryOptions& options, AnswerWriter& writer,
            const std::function<void()>& check) {
  const auto write = [&](Table rows) {
    if (!options.t_srs.empty()) move_to(options.t_srs, {"--t-srs", 0, 0}, rows);
    writer.add(std::move(rows));
  };
  std::optional<Table> last;
  points.for_each([&](Table batch) {
    Table rows = asker.ask(std::move(batch));
    if (last && !asker.sums()) write(std::move(*last));
    last = std::move(rows);
  });
  check();
  write(asker.sums() ? asker.totals() : std::move(*last));
  writer.finish();
}

}  // namespace

ExitCode query(const QueryOptions& options, std::ostream& out, std::ostream& err) {
  const bool in_database = asks_database(options);
  if (names_project(options.points)) return query_project(options, out, err);
  refuse_options_of_projects(options);
  if (in_database) return query_database(options, out, err);
  const std::string format = answer_format(options.format, options.output);
  check_output(format, options.output, files_read(options));
  check_system(format, options.t_srs);
  refuse_expressions(options.group_by);
  if (format == "fgb" && !(options.group_by.empty() && options.aggregates.empty()))
    throw usage_error({}, "totals have no place on the map, which FlatGeobuf needs",
                      "write gpkg, csv or json");
  query::Question question;
  question.take = options.take;
  question.where = options.where;
  question.group_by = options.group_by;
  question.aggregates = options.aggregates;
  if (!options.overlap.empty()) question.overlap = query::parse_overlap(options.overlap, {"--overlap", 0, 0});
  question.threads = options.jobs > 0 ? options.jobs : hardware_threads();
  Diagnostics of_zones;
  CommuneTables communes(options, of_zones);
  QueryPoints points(options, communes);
  std::vector<query::ZoneSet> sets;
  for (const std::string& text : options.zones) sets.push_back(read_zones(text, communes, of_zones));
  set_predicates(options.predicates, question, sets);
  if (!query::tables_asked_by(question).empty()) question.parameters.places = places_of(sets);
  query::Asker asker(points.sample(), std::move(sets), question);
  points.push_down(asker);
  Diagnostics diagnostics;
  AnswerWriter writer(format, options.output, out);
  answer(points, asker, options, writer, [&] {
    points.report(diagnostics);
    note_points(asker.asked(), points.credits(), shown_source(options.points), diagnostics);
    diagnostics.append(of_zones);
    asker.report(diagnostics);
  });
  if (!options.quiet) print(diagnostics, err);
  return ExitCode::done;
}

}  // namespace cartouche::cli
