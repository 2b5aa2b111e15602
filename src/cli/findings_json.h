#pragma once
// Findings for programs.

#include <nlohmann/json.hpp>

#include "cartouche/base/diagnostics.h"

namespace cartouche::cli {

/// Texts of the data, cleaned of what is no text.
std::vector<std::string> clean(const std::vector<std::string>& texts);
/// A list of { severity, code, message, file, line, column, ids }.
nlohmann::ordered_json to_json(const Diagnostics& findings);

}  // namespace cartouche::cli
