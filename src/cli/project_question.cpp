#include "project_question.h"

#include <algorithm>
#include <utility>

#include "asked_points.h"
#include "cartouche/base/output_plan.h"
#include "cartouche/base/parallel.h"
#include "cartouche/base/words.h"
#include "cartouche/press/check_project.h"
#include "cartouche/press/project_tables.h"
#include "cartouche/query/spatial_engine.h"
#include "cartouche/source/source_files.h"
#include "question_tables.h"
#include "write_answer.h"

namespace cartouche::cli {
namespace {

using project::LocatedText;

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
      {"--engine", options.engine != "local"},
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
  list.set_column(Column("title", std::move(titles)));
  return list;
}

// One question over the tables of its project.
class Asker {
 public:
  Asker(const project::Project& project, const project::Question& asked, unsigned threads)
      : project_(project), asked_(asked), threads_(threads) {}

  Table run(Diagnostics& diagnostics) const {
    Parameters parameters = parameters_of(project_);
    const auto engine = query::make_spatial_engine();
    Places places{engine, build_tables(project_, tables_needed(asked_), press::reader_of(project_), threads_,
                                       diagnostics, engine)};
    parameters.places = std::make_shared<const Places>(std::move(places));
    const QuestionTables tables(asked_, parameters);
    Table points = tables.points(diagnostics);
    note_points(points.row_count(), points.credits(), asked_.points.table.value, diagnostics);
    query::Question question = press::engine_question(asked_);
    question.threads = threads_;
    question.parameters = parameters;
    return with_columns(query::ask(std::move(points), tables.zones(diagnostics), question, diagnostics));
  }

 private:
  Table with_columns(Table answer) const {
    if (asked_.columns.empty()) return answer;
    Table chosen(answer.name());
    for (const LocatedText& name : asked_.columns) {
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
};

FilesRead files_read(const project::Project& project) {
  FilesRead files{project.file};
  for (const project::Source& source : project.sources)
    for (std::filesystem::path& file : source_files(project::source_path(project, source)))
      files.insert(std::move(file));
  return files;
}

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
  if (options.engine != "local")
    throw usage_error({options.points, 0, 0}, "--engine " + options.engine + " does not go with a project",
                      "its tables are made here; name tables of the database as POINTS and --zones");
  refuse_options_of_files(options);
  const project::Project project = project::read_project(options.points, options.settings);
  press::check_project(project);
  if (project.questions.empty())
    throw usage_error({options.points, 0, 0}, "the project asks no questions",
                      "they stand under 'questions', as docs/query.md tells");
  if (options.name.empty() && project.questions.size() > 1) {
    const std::string format = answer_format(options.format, options.output);
    check_output(format, options.output, files_read(project));
    write_answer(list_of(project), format, options.output, out);
    return ExitCode::done;
  }
  const project::Question& asked =
      options.name.empty() ? project.questions.front() : question_named(project, options.name);
  const auto [format, output] = format_and_output(options, project, asked);
  const bool says_output = options.output.empty() && asked.output;
  if (!options.t_srs.empty())
    check_system(format, options.t_srs);
  else if (asked.crs && options.format.empty() && options.output.empty())
    check_system(format, asked.crs->value, asked.crs->where);
  const FilesRead read = files_read(project);
  if (says_output)
    OutputPlan(read).add_below(project.file.parent_path(), asked.output->value, "the answer",
                               asked.output->where);
  check_output(format, output, read, says_output ? asked.output->where : Location());
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
