#include <nlohmann/json.hpp>

#include "cartouche/base/clean_text.h"
#include "cartouche/press/press.h"
#include "commands.h"
#include "findings_json.h"

namespace cartouche::cli {
namespace {

std::string report_json(const press::Findings& findings) {
  nlohmann::ordered_json json;
  json["findings"] = to_json(findings.open);
  json["accepted"] = nlohmann::ordered_json::array();
  for (const press::AcceptedFinding& one : findings.accepted)
    json["accepted"].push_back({{"code", one.finding.code},
                                {"message", clean_line(one.finding.message)},
                                {"ids", clean(one.finding.ids)},
                                {"because", one.because}});
  return json.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

void print_report(const press::Findings& judged, std::ostream& out) {
  print(judged.open, out);
  if (judged.open.all().empty()) out << "nothing to report\n";
  if (const std::size_t count = judged.accepted.size(); count > 0)
    out << count << (count == 1 ? " finding is" : " findings are") << " accepted by the project\n";
}

}  // namespace

ExitCode check(const CheckOptions& options, std::ostream& out) {
  const auto press = press::Press::open(options.project, {options.settings, options.jobs});
  const press::Findings checked = press.check(options.pages);
  if (options.json)
    out << report_json(checked) << '\n';
  else
    print_report(checked, out);
  return checked.open.has(Severity::problem) ? ExitCode::problems : ExitCode::done;
}

}  // namespace cartouche::cli
