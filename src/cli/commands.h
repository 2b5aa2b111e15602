#pragma once
// One function a command, each in its own file.

#include <filesystem>
#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "cartouche/base/diagnostics.h"
#include "cartouche/base/error.h"

namespace cartouche::cli {

struct RenderOptions {
  std::filesystem::path project;
  std::vector<std::string> pages;
  std::vector<std::string> formats;  // empty = the usual ones
  std::filesystem::path out = "out";
  double dpi = 300;
  std::string text = "live";  // of SVG: "live" or "outlines"
  unsigned jobs = 0;          // 0 = as many as the machine has
  std::map<std::string, std::string> settings;
  bool quiet = false;
  bool strict = false;    // problems that the project does not accept are an exit code of 1
  bool progress = false;  // the error stream is a terminal
};
ExitCode render(const RenderOptions& options, std::ostream& err);

struct PullOptions {
  std::filesystem::path edited, project;
  std::string page;  // "" = named as the edited file
  unsigned jobs = 0;
  std::map<std::string, std::string> settings;
  bool dry_run = false;
};
ExitCode pull(const PullOptions& options, std::ostream& out, std::ostream& err);

struct ServeOptions {
  std::filesystem::path project;
  int port = 0;  // 0 = the usual one, or any that is free
  unsigned jobs = 0;
  std::map<std::string, std::string> settings;
};
/// Ends with SIGINT or SIGTERM.
ExitCode serve(const ServeOptions& options, std::ostream& out, std::ostream& err);

struct CheckOptions {
  std::filesystem::path project;
  std::vector<std::string> pages;
  unsigned jobs = 0;
  std::map<std::string, std::string> settings;
  bool json = false;
};
ExitCode check(const CheckOptions& options, std::ostream& out);

struct InfoOptions {
  std::string source;
  bool json = false;
};
ExitCode info(const InfoOptions& options, std::ostream& out, std::ostream& err);

struct QueryOptions {
  std::string points;  // FILE[:LAYER], a connection string or a project file
  std::string name;    // of a project's question
  std::map<std::string, std::string> settings;
  std::string x, y, crs, id, commune;
  std::vector<std::string> zones;
  std::vector<std::string> predicates;
  std::string communes, through;
  std::string overlap;
  std::vector<std::string> take, group_by;
  std::string where, aggregates, t_srs;
  std::string format, output;
  std::string engine = "local";  // or postgis: where the question is answered
  bool explain = false;          // show the statement of the database instead
  unsigned jobs = 0;
  bool quiet = false;
};
ExitCode query(const QueryOptions& options, std::ostream& out, std::ostream& err);

struct WhyOptions {
  std::filesystem::path project;
  std::string feature;
  double tolerance = 250;  // metres; the grid that the shipped boundaries' borders are traced on
  std::map<std::string, std::string> settings;
  unsigned jobs = 0;
  bool json = false;
  bool verbose = false;
};
ExitCode why(const WhyOptions& options, std::ostream& out, std::ostream& err);

/// The findings as lines: the heaviest first, alike ones together.
void print(const Diagnostics& diagnostics, std::ostream& out);

/// Lists the codes that a finding may have, with their weight, what they say and what to do.
ExitCode findings(bool json, std::ostream& out);

/// Lists the palettes that `classify` knows by name.
ExitCode palettes(bool json, std::ostream& out);

}  // namespace cartouche::cli
