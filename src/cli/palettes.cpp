#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cartouche/classify/classify.h"
#include "commands.h"

namespace cartouche::cli {

ExitCode palettes(bool json, std::ostream& out) {
  if (json) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const PaletteInfo& one : cartouche::palettes())
      list.push_back({{"name", one.name},
                      {"kind", one.kind},
                      {"most_classes", one.most_classes},
                      {"colour_blind_safe_classes", one.safe_classes}});
    out << list.dump(1) << '\n';
    return ExitCode::done;
  }
  out << fmt::format("{:<10}{:<13}{:>8}  {}\n", "name", "kind", "classes", "safe for colour-blind people");
  for (const PaletteInfo& one : cartouche::palettes()) {
    const std::string safe = one.safe_classes == 0 ? "-" : fmt::format("up to {} classes", one.safe_classes);
    out << fmt::format("{:<10}{:<13}{:>8}  {}\n", one.name, one.kind, one.most_classes, safe);
  }
  return ExitCode::done;
}

}  // namespace cartouche::cli
