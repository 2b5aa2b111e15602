#include <nlohmann/json.hpp>

#include "cartouche/press/press.h"
#include "commands.h"

namespace cartouche::cli {
namespace {

std::string to_json(const Diagnostics& findings) {
  nlohmann::ordered_json json;
  json["findings"] = nlohmann::ordered_json::array();
  for (const Diagnostic& one : findings.all()) {
    nlohmann::ordered_json entry;
    entry["severity"] = severity_name(one.severity);
    entry["code"] = one.code;
    entry["message"] = one.message;
    entry["file"] = one.where.file;
    entry["line"] = one.where.line;
    entry["column"] = one.where.column;
    entry["ids"] = one.ids;
    json["findings"].push_back(std::move(entry));
  }
  return json.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace

ExitCode check(const CheckOptions& options, std::ostream& out) {
  const auto press = press::Press::open(options.project, {options.settings, options.jobs});
  const Diagnostics findings = without_repetitions(press.check(options.pages));
  if (options.json) {
    out << to_json(findings) << '\n';
  } else {
    print(findings, out);
    if (findings.all().empty()) out << "nothing to report\n";
  }
  return findings.has(Severity::warning) ? ExitCode::problems : ExitCode::done;
}

}  // namespace cartouche::cli
