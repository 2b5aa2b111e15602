#include "cartouche/cli/run.h"

#include <unistd.h>

#include <CLI/CLI.hpp>

#include "cartouche/base/words.h"
#include "commands.h"

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

struct Program {
  CLI::App app{"Publication-quality thematic maps, and the figures beside them.", "cartouche"};
  RenderOptions render_options;
  CheckOptions check_options;
  InfoOptions info_options;
  std::vector<std::string> render_settings, check_settings;
  CLI::App* render_command = nullptr;
  CLI::App* check_command = nullptr;
  CLI::App* info_command = nullptr;

  Program() {
    app.require_subcommand(1);
    app.set_version_flag("--version", "cartouche 0.1.0");
    add_render();
    add_check();
    add_info();
  }

  void add_render() {
    render_command = app.add_subcommand("render", "Make the pages of a project");
    render_command->add_option("PROJECT", render_options.project, "Project file (YAML)")->required();
    render_command->add_option("--pages", render_options.pages, "Only these pages, by key or file name")
        ->delimiter(',');
    render_command->add_option("--format", render_options.formats, "svg, png, pdf (default: all)")
        ->delimiter(',');
    render_command->add_option("--out", render_options.out, "Folder for the results (default: out)");
    render_command->add_option("--dpi", render_options.dpi, "Resolution of PNG (default: 300)");
    render_command->add_option("--jobs", render_options.jobs, "Threads (default: as many as processors)");
    render_command->add_option("--set", render_settings, "Set a parameter of the project: name=value");
    render_command->add_flag("--quiet", render_options.quiet, "Say nothing but errors");
  }

  void add_check() {
    check_command = app.add_subcommand("check", "Read everything, draw nothing, and report what is doubtful");
    check_command->add_option("PROJECT", check_options.project, "Project file (YAML)")->required();
    check_command->add_option("--pages", check_options.pages, "Only these pages, by key or file name")
        ->delimiter(',');
    check_command->add_option("--jobs", check_options.jobs, "Threads (default: as many as processors)");
    check_command->add_option("--set", check_settings, "Set a parameter of the project: name=value");
    check_command->add_flag("--json", check_options.json, "Report as JSON");
  }

  void add_info() {
    info_command = app.add_subcommand("info", "Show what a data source holds");
    info_command->add_option("SOURCE", info_options.source, "FILE[:LAYER] or a connection string")
        ->required();
    info_command->add_flag("--json", info_options.json, "Report as JSON");
  }

  ExitCode dispatch(std::ostream& out, std::ostream& err) {
    if (render_command->parsed()) {
      render_options.settings = settings_of(render_settings);
      render_options.progress = !render_options.quiet && isatty(STDERR_FILENO) != 0;
      return render(render_options, err);
    }
    if (check_command->parsed()) {
      check_options.settings = settings_of(check_settings);
      return check(check_options, out);
    }
    return info(info_options, out);
  }
};

}  // namespace

int run(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err) {
  Program program;
  try {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    program.app.parse(reversed);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return program.app.exit(error, out, err);
    err << "cartouche: " << error.what() << " (cartouche --help lists the options)\n";
    return static_cast<int>(ExitCode::usage);
  }
  try {
    return static_cast<int>(program.dispatch(out, err));
  } catch (const Error& error) {
    err << "cartouche: " << error.what() << "\n";
    return static_cast<int>(error.code());
  } catch (const std::bad_alloc&) {
    err << "cartouche: not enough memory for this data\n";
    return static_cast<int>(ExitCode::data);
  }
}

}  // namespace cartouche::cli
