#include "project_question.h"

#include <algorithm>
#include <utility>

#include "asked_points.h"
#include "cartouche/base/parallel.h"
#include "cartouche/base/words.h"
#include "cartouche/query/communes.h"
#include "cartouche/query/question.h"
#include "cartouche/query/spatial_engine.h"
#include "project_tables.h"
#include "write_answer.h"

namespace cartouche::cli {
namespace {

using project::Text;

void refuse_options_of_files(const QueryOptions& options) {
  const std::pair<const char*, bool> said[] = {
      {"--zones", !options.zones.empty()},
      {"--predicate", !options.predicates.empty()},
      {"--overlap", !options.overlap.empty()},
      {"--take", !options.take.empty()},
      {"--where", !options.where.empty()},
      {"--group-by", !options.group_by.empty()},
      {"--agg", !options.aggregates.empty()},
      {"--x", !options.x.empty()},
      {"--y", !options.y.empty()},
      {"--crs", !options.crs.empty()},
      {"--id", !options.id.empty()},
      {"--commune", !options.commune.empty()},
      {"--communes", !options.communes.empty()},
      {"--through", !options.through.empty()},
  };
  for (const auto& [option, is_said] : said)
    if (is_said)
      throw usage_error({options.points, 0, 0}, std::string(option) + " does not go with a project",
                        "its questions say that themselves; -f, -o, --t-srs, --set, --jobs and --quiet do");
}

const project::Question& question_named(const project::Project& project, const std::string& name) {
  std::vector<std::string> names;
  for (const project::Question& question : project.questions) {
    if (question.name.value == name) return question;
    names.push_back(question.name.value);
  }
  throw usage_error({project.file.string(), 0, 0}, "no question '" + name + "' in the project",
                    suggestion(name, names));
}

Table list_of(const project::Project& project) {
  Column::Texts names, titles, points, zones;
  for (const project::Question& question : project.questions) {
    names.push_back(question.name.value);
    titles.push_back(question.title);
    points.push_back(question.points.table.value);
    std::string sets;
    for (const project::QuestionZones& set : question.zones)
      sets += (sets.empty() ? "" : ", ") + set.name.value;
    zones.push_back(std::move(sets));
  }
  Table list("questions");
  list.set_column(Column("question", std::move(names)));
  list.set_column(Column("points", std::move(points)));
  list.set_column(Column("zones", std::move(zones)));
  list.set_column(Column("titre", std::move(titles)));
  return list;
}

std::string joined(const std::vector<Text>& texts) {
  std::string all;
  for (const Text& text : texts) all += (all.empty() ? "" : ", ") + text.value;
  return all;
}

// One question over the tables of its project.
class Asker {
 public:
  Asker(const project::Project& project, const project::Question& asked, unsigned threads)
      : project_(project), asked_(asked), threads_(threads), engine_(query::make_spatial_engine()) {}

  Table run(Diagnostics& diagnostics) {
    parameters_ = parameters_of(project_);
    Places places{engine_,
                  build_tables(project_, wanted(), reader_of(project_), threads_, diagnostics, engine_)};
    parameters_.places = std::make_shared<const Places>(std::move(places));
    if (asked_.communes) find_communes();
    Table points = points_of(diagnostics);
    note_points(points, asked_.points.table.value, diagnostics);
    std::vector<query::ZoneSet> sets;
    for (const project::QuestionZones& zones : asked_.zones) sets.push_back(zone_set(zones, diagnostics));
    return with_columns(query::ask(std::move(points), std::move(sets), question(), diagnostics));
  }

 private:
  // Tables that the question names, and those that its expressions ask.
  std::vector<std::string> wanted() const {
    std::vector<std::string> names;
    for (const Text& table : project::tables_of(asked_)) names.push_back(table.value);
    const auto add = [&](const std::optional<Text>& expression) {
      if (!expression) return;
      for (std::string& name : Expression::tables_of(expression->value, expression->where))
        names.push_back(std::move(name));
    };
    add(asked_.where);
    add(asked_.points.filter);
    for (const project::QuestionZones& zones : asked_.zones) add(zones.rows.filter);
    for (const std::string& name : query::tables_asked_by(question())) names.push_back(name);
    return names;
  }

  const Table& table(const Text& name) const { return *parameters_.places->tables.at(name.value); }

  Table rows_of(const project::QuestionRows& rows) const {
    const Table& whole = table(rows.table);
    if (!rows.filter) return whole;
    const Expression filter =
        Expression::compile(rows.filter->value, rows.filter->where, Schema::of(whole, parameters_));
    return whole.take(filter.select(whole, parameters_));
  }

  void find_communes() {
    communes_.polygons = &table(asked_.communes->table);
    if (asked_.communes->code) communes_.code = asked_.communes->code->value;
    communes_.polygons->column(communes_.code, asked_.communes->table.where);
    if (!asked_.communes->through) return;
    communes_.merged = &table(*asked_.communes->through);
    if (asked_.communes->from) communes_.from = asked_.communes->from->value;
    if (asked_.communes->to) communes_.to = asked_.communes->to->value;
    for (const std::string& column : {communes_.from, communes_.to})
      communes_.merged->column(column, asked_.communes->through->where);
  }

  Table points_of(Diagnostics& diagnostics) const {
    Table points = rows_of(asked_.points);
    if (const auto& commune = asked_.points.commune) {
      points.column(commune->value, commune->where);
      points = query::place_in_communes(std::move(points), commune->value, communes_, diagnostics);
    }
    if (!points.geometry())
      throw usage_error(
          asked_.points.table.where, "the rows of '" + points.name() + "' have no coordinates",
          "its source names them: point: { x: …, y: …, crs: … }; or the question: commune: COLUMN");
    return points;
  }

  query::ZoneSet zone_set(const project::QuestionZones& zones, Diagnostics& diagnostics) const {
    Table rows = rows_of(zones.rows);
    std::string key = zones.key ? zones.key->value : "";
    if (zones.key) rows.column(key, zones.key->where);
    if (const auto& commune = zones.rows.commune) {
      rows.column(commune->value, commune->where);
      rows = query::zones_of_communes(rows, commune->value, key, zones.name.value, communes_, diagnostics);
      key.clear();
    }
    if (!rows.geometry())
      throw usage_error(zones.rows.table.where,
                        "the rows of '" + zones.rows.table.value + "' have no geometry",
                        "a list of communes needs commune: COLUMN");
    query::ZoneSet set{zones.name.value, std::move(rows), key, std::nullopt};
    if (zones.predicate)
      set.predicate = query::parse_predicate(zones.predicate->value, zones.predicate->where);
    return set;
  }

  query::Question question() const {
    query::Question question;
    if (asked_.predicate)
      question.predicate = query::parse_predicate(asked_.predicate->value, asked_.predicate->where);
    if (asked_.overlap) question.overlap = query::parse_overlap(asked_.overlap->value, asked_.overlap->where);
    for (const Text& field : asked_.take) question.take.push_back(field.value);
    for (const Text& field : asked_.group_by) question.group_by.push_back(field.value);
    if (asked_.where) question.where = asked_.where->value;
    question.aggregates = joined(asked_.aggregates);
    question.threads = threads_;
    question.places = parameters_.places;
    const auto place = [](const std::vector<Text>& texts) {
      return texts.empty() ? Location() : texts.front().where;
    };
    question.written = {place(asked_.take), asked_.where ? asked_.where->where : Location(),
                        place(asked_.group_by), place(asked_.aggregates)};
    return question;
  }

  Table with_columns(Table answer) const {
    if (asked_.columns.empty()) return answer;
    Table chosen(answer.name());
    for (const Text& name : asked_.columns) {
      if (chosen.find(name.value))
        throw usage_error(name.where, "column '" + name.value + "' is named twice");
      chosen.set_column(answer.column(name.value, name.where));
    }
    if (answer.geometry()) chosen.set_geometry(*answer.geometry());
    if (chosen.find(answer.id_column())) chosen.set_id_column(answer.id_column());
    chosen.add_credits(answer.credits());
    return chosen;
  }

  const project::Project& project_;
  const project::Question& asked_;
  unsigned threads_;
  std::shared_ptr<const SpatialEngine> engine_;
  Parameters parameters_;
  query::Communes communes_;
};

// Where the answer goes and how: the command line before the project. A project's file is its neighbour.
std::pair<std::string, std::string> format_and_output(const QueryOptions& options,
                                                      const project::Project& project,
                                                      const project::Question& asked) {
  std::string output = options.output;
  if (output.empty() && asked.output)
    output = (project.file.parent_path() / asked.output->value).lexically_normal().string();
  // A file named on the command line says its format by its suffix.
  const bool says_format = options.format.empty() && options.output.empty() && asked.format;
  if (!says_format) return {answer_format(options.format, output), output};
  return {answer_format(asked.format->value, output, asked.format->where), output};
}

// An error that names no place is one of the question's.
Error placed(const Error& error, const project::Question& asked) {
  const Location& where = error.where().file.empty() ? asked.name.where : error.where();
  return {error.code(), where, error.message(), error.hint(), error.excerpt()};
}

}  // namespace

bool names_project(const std::string& points) {
  return points.ends_with(".yaml") || points.ends_with(".yml");
}

ExitCode query_project(const QueryOptions& options, std::ostream& out, std::ostream& err) {
  refuse_options_of_files(options);
  const project::Project project = project::read_project(options.points, options.settings);
  if (project.questions.empty())
    throw usage_error({options.points, 0, 0}, "the project asks no questions",
                      "they stand under 'questions', as docs/query.md tells");
  if (options.name.empty() && project.questions.size() > 1) {
    write_answer(list_of(project), answer_format(options.format, options.output), options.output, out);
    return ExitCode::done;
  }
  const project::Question& asked =
      options.name.empty() ? project.questions.front() : question_named(project, options.name);
  const auto [format, output] = format_and_output(options, project, asked);
  Diagnostics diagnostics;
  const unsigned threads = options.jobs > 0 ? options.jobs : hardware_threads();
  try {
    Table answer = Asker(project, asked, threads).run(diagnostics);
    if (!options.t_srs.empty())
      move_to(options.t_srs, {"--t-srs", 0, 0}, answer);
    else if (asked.crs)
      move_to(asked.crs->value, asked.crs->where, answer);
    write_answer(answer, format, output, out);
  } catch (const Error& error) {
    throw placed(error, asked);
  }
  if (!options.quiet) print(diagnostics, err);
  return ExitCode::done;
}

}  // namespace cartouche::cli
