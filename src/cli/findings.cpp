#include <nlohmann/json.hpp>

#include "cartouche/base/finding_codes.h"
#include "commands.h"

namespace cartouche::cli {

ExitCode findings(bool json, std::ostream& out) {
  if (json) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const FindingCode& one : kFindingCodes)
      list.push_back({{"code", one.code},
                      {"severity", severity_name(one.severity)},
                      {"means", one.means},
                      {"cure", one.cure}});
    out << list.dump(1) << '\n';
    return ExitCode::done;
  }
  for (const FindingCode& one : kFindingCodes)
    out << one.code << " (" << severity_name(one.severity) << "): " << one.means
        << "\n    to do: " << one.cure << '\n';
  return ExitCode::done;
}

}  // namespace cartouche::cli
