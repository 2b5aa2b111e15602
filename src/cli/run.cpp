#include "cartouche/cli/run.h"

#include <unistd.h>

#include <CLI/CLI.hpp>

#include "argument_errors.h"
#include "cartouche/base/failure.h"
#include "cartouche/base/version.h"
#include "cartouche/press/press.h"
#include "commands.h"
#include "schema.h"

namespace cartouche::cli {
namespace {

std::map<std::string, std::string> settings_of(const std::vector<std::string>& assignments) {
  std::map<std::string, std::string> settings;
  for (const std::string& assignment : assignments) {
    const std::size_t equals = assignment.find('=');
    if (equals == 0 || equals == std::string::npos)
      throw usage_error({}, "--set '" + assignment + "' is not of the form name=value");
    settings[assignment.substr(0, equals)] = assignment.substr(equals + 1);
  }
  return settings;
}

CLI::App* add_query(CLI::App& app, QueryOptions& options) {
  CLI::App* command =
      app.add_subcommand("query", "Which points lie in which zones, and what that adds up to");
  command->add_option("POINTS", options.points, "FILE[:LAYER], a connection string or PROJECT.yaml")
      ->required();
  command->add_option("NAME", options.name, "With a project: its question (default: the only one)");
  command->add_option("--zones", options.zones, "[NAME=]FILE[:LAYER][?key=COL&where=EXPR&commune=COL]")
      ->allow_extra_args(false);
  command
      ->add_option("--predicate", options.predicates,
                   "[NAME=]within, intersects, dwithin:METRES or nearest[:METRES]")
      ->allow_extra_args(false);
  command->add_option("--overlap", options.overlap, "Several zones of one set: all, first (by key), error");
  command->add_option("--take", options.take, "Columns of the zones: FIELD or SET.FIELD")
      ->delimiter(',')
      ->allow_extra_args(false);
  command->add_option("--where", options.where, "Condition over the points and the new columns");
  command->add_option("--group-by", options.group_by, "One row for each value of these columns")
      ->delimiter(',')
      ->allow_extra_args(false);
  command->add_option("--agg", options.aggregates, "count, sum(emplois), share(dans_zrr) as part");
  command->add_option("--x", options.x, "Column of x or longitude");
  command->add_option("--y", options.y, "Column of y or latitude");
  command->add_option("--crs", options.crs, "CRS of the points' coordinates: EPSG:4326");
  command->add_option("--id", options.id, "Column that names a point in reports");
  command->add_option("--commune", options.commune, "Column of commune codes that place the points");
  command->add_option("--communes", options.communes, "Polygons of the communes: FILE[:LAYER][?code=COL]");
  command->add_option("--through", options.through,
                      "What codes of other years have become: FILE[?from=COL&to=COL]");
  command->add_option("--t-srs", options.t_srs, "CRS of the answer's geometry (default: the points')");
  command->add_option("-f,--format", options.format, "table, csv, json, geojson, gpkg, fgb");
  command->add_option("-o,--output", options.output, "File for the answer (default: standard output)");
  command->add_option("--engine", options.engine, "local, or postgis: asked in the database of the tables");
  command->add_flag("--explain", options.explain, "With --engine postgis: show the statement, ask nothing");
  command->add_option("--jobs", options.jobs, "Threads (default: as many as processors)");
  command->add_flag("--quiet", options.quiet, "Say nothing but errors");
  return command;
}

// The names of the formats that pages may have, or of the usual ones.
std::string listed(bool usual_only) {
  std::string names;
  for (const press::Format& format : press::formats())
    if (format.usual || !usual_only) names += (names.empty() ? "" : ",") + std::string(format.name);
  return names;
}

struct Program {
  CLI::App app{"Publication-quality thematic maps, and the figures beside them.", "cartouche"};
  RenderOptions render_options;
  ServeOptions serve_options;
  PullOptions pull_options;
  CheckOptions check_options;
  InfoOptions info_options;
  QueryOptions query_options;
  WhyOptions why_options;
  std::vector<std::string> render_settings, serve_settings, pull_settings, check_settings, query_settings,
      why_settings;
  CLI::App* render_command = nullptr;
  CLI::App* serve_command = nullptr;
  CLI::App* pull_command = nullptr;
  CLI::App* check_command = nullptr;
  CLI::App* info_command = nullptr;
  CLI::App* query_command = nullptr;
  CLI::App* why_command = nullptr;
  CLI::App* palettes_command = nullptr;
  bool palettes_json = false;
  CLI::App* findings_command = nullptr;
  bool findings_json = false;
  CLI::App* schema_command = nullptr;
  std::string schema_file;

  Program() {
    app.require_subcommand(1);
    app.set_version_flag("--version", std::string("cartouche ") + version());
    add_render();
    add_serve();
    add_pull();
    add_check();
    add_info();
    query_command = add_query(app, query_options);
    query_command->add_option("--set", query_settings, "Set a parameter of the project: name=value")
        ->allow_extra_args(false);
    add_why();
    palettes_command = app.add_subcommand("palettes", "List the palettes that classes of values may use");
    palettes_command->add_flag("--json", palettes_json, "List as JSON");
    findings_command =
        app.add_subcommand("findings", "List the findings of check and render, with what to do");
    findings_command->add_flag("--json", findings_json, "List as JSON");
    schema_command = app.add_subcommand("schema", "Print the JSON Schema of project or style files");
    schema_command->add_option("FILE", schema_file, "project or style")->required();
  }

  void add_render() {
    render_command = app.add_subcommand("render", "Make the pages of a project");
    render_command->add_option("PROJECT", render_options.project, "Project file (YAML)")->required();
    render_command
        ->add_option("--pages", render_options.pages, "Only these pages, by key or file name: 84,75")
        ->delimiter(',')
        ->allow_extra_args(false);
    render_command
        ->add_option("--format", render_options.formats,
                     "Any of " + listed(false) + " (default: " + listed(true) + ")")
        ->delimiter(',')
        ->allow_extra_args(false);
    render_command->add_option("--out", render_options.out, "Folder for the results (default: out)");
    render_command->add_option("--dpi", render_options.dpi,
                               "Dots per inch of PNG, 10 to 2400 (default: 300)");
    render_command->add_option(
        "--text", render_options.text,
        "Text of SVG: live, or outlines for printers without the fonts (default: live)");
    render_command->add_option("--jobs", render_options.jobs, "Threads (default: as many as processors)");
    render_command->add_option("--set", render_settings, "Set a parameter of the project: name=value")
        ->allow_extra_args(false);
    render_command->add_flag("--quiet", render_options.quiet, "Say nothing but errors and problems");
    render_command->add_flag("--strict", render_options.strict,
                             "Exit with 1 for problems that the project does not accept");
  }

  void add_serve() {
    serve_command =
        app.add_subcommand("serve", "Show the pages in a browser of this machine as they are edited");
    serve_command->add_option("PROJECT", serve_options.project, "Project file (YAML)")->required();
    serve_command
        ->add_option("--port", serve_options.port, "Port on 127.0.0.1 (default: 8765, or one that is free)")
        ->check(CLI::Range(1, 65535));
    serve_command->add_option("--jobs", serve_options.jobs, "Threads (default: as many as processors)");
    serve_command->add_option("--set", serve_settings, "Set a parameter of the project: name=value")
        ->allow_extra_args(false);
  }

  void add_pull() {
    pull_command =
        app.add_subcommand("pull", "Read back labels and callouts that were moved by hand in a page's SVG");
    pull_command->add_option("EDITED", pull_options.edited, "The edited SVG")->required();
    pull_command->add_option("--into", pull_options.project, "Project file (YAML) that takes the moves")
        ->required();
    pull_command->add_option("--page", pull_options.page,
                             "Its page, by key or file name (default: named as EDITED)");
    pull_command->add_flag("--dry-run", pull_options.dry_run, "Print the moves and write nothing");
    pull_command->add_option("--jobs", pull_options.jobs, "Threads (default: as many as processors)");
    pull_command->add_option("--set", pull_settings, "Set a parameter of the project: name=value")
        ->allow_extra_args(false);
  }

  void add_check() {
    check_command = app.add_subcommand("check", "Read everything, draw nothing, and report what is doubtful");
    check_command->add_option("PROJECT", check_options.project, "Project file (YAML)")->required();
    check_command->add_option("--pages", check_options.pages, "Only these pages, by key or file name: 84,75")
        ->delimiter(',')
        ->allow_extra_args(false);
    check_command->add_option("--jobs", check_options.jobs, "Threads (default: as many as processors)");
    check_command->add_option("--set", check_settings, "Set a parameter of the project: name=value")
        ->allow_extra_args(false);
    check_command->add_flag("--json", check_options.json, "Report as JSON");
  }

  void add_info() {
    info_command = app.add_subcommand("info", "Show what a data source holds");
    info_command
        ->add_option("SOURCE", info_options.source, "FILE[:LAYER][?word=value] or a connection string")
        ->required();
    info_command->add_flag("--json", info_options.json, "Report as JSON");
  }

  void add_why() {
    why_command = app.add_subcommand("why", "Which zones one point lies in, and how far their borders are");
    why_command->add_option("PROJECT", why_options.project, "Project file (YAML)")->required();
    why_command->add_option("--feature", why_options.feature, "Id of the point")->required();
    why_command->add_option("--tolerance", why_options.tolerance,
                            "Metres by which the boundaries may be wrong (default: 250)");
    why_command->add_option("--jobs", why_options.jobs, "Threads (default: as many as processors)");
    why_command->add_option("--set", why_settings, "Set a parameter of the project: name=value")
        ->allow_extra_args(false);
    why_command->add_flag("--json", why_options.json, "Report as JSON");
    why_command->add_flag("--verbose", why_options.verbose, "Say too what reading the project noticed");
  }

  ExitCode dispatch(std::ostream& out, std::ostream& err) {
    if (render_command->parsed()) {
      render_options.settings = settings_of(render_settings);
      render_options.progress = !render_options.quiet && isatty(STDERR_FILENO) != 0;
      return render(render_options, err);
    }
    if (serve_command->parsed()) {
      serve_options.settings = settings_of(serve_settings);
      return serve(serve_options, out, err);
    }
    if (pull_command->parsed()) {
      pull_options.settings = settings_of(pull_settings);
      return pull(pull_options, out, err);
    }
    if (check_command->parsed()) {
      check_options.settings = settings_of(check_settings);
      return check(check_options, out);
    }
    if (palettes_command->parsed()) return palettes(palettes_json, out);
    if (findings_command->parsed()) return findings(findings_json, out);
    if (query_command->parsed()) {
      query_options.settings = settings_of(query_settings);
      return query(query_options, out, err);
    }
    if (why_command->parsed()) {
      why_options.settings = settings_of(why_settings);
      return why(why_options, out, err);
    }
    if (schema_command->parsed()) return schema(schema_file, out);
    return info(info_options, out, err);
  }
};

}  // namespace

namespace {

ExitCode run_program(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err) {
  Program program;
  try {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    program.app.parse(reversed);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {
      program.app.exit(error, out, err);
      return ExitCode::done;
    }
    err << "cartouche: " << argument_error(program.app, arguments, error)
        << " (cartouche --help lists the options)\n";
    return ExitCode::usage;
  }
  const ExitCode code = program.dispatch(out, err);
  // A full disk behind a redirection shows here at the latest.
  if (!out.flush()) throw data_error({}, "standard output cannot be written");
  return code;
}

}  // namespace

int run(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err) {
  try {
    return static_cast<int>(run_program(arguments, out, err));
  } catch (...) {
    const Failure failure = current_failure();
    err << "cartouche: " << failure.line << "\n";
    // To a person the wrong word is shown as well; a program that reads the messages gets its one line.
    if (!failure.excerpt.empty() && isatty(STDERR_FILENO) != 0) err << failure.excerpt << "\n";
    return static_cast<int>(failure.code);
  }
}

}  // namespace cartouche::cli
