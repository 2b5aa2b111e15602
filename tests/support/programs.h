#pragma once
// Other programs, where a test can have them.

#include <cstdio>
#include <optional>
#include <string>

namespace cartouche::testing {

/// What a command prints, or nothing where it fails or is not installed.
inline std::optional<std::string> output_of(const std::string& command) {
  FILE* pipe = popen((command + " 2>/dev/null").c_str(), "r");
  if (!pipe) return std::nullopt;
  std::string out;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) out += static_cast<char>(c);
  return pclose(pipe) == 0 ? std::optional(out) : std::nullopt;
}

inline bool is_installed(const std::string& program) {
  return output_of("command -v " + program).has_value();
}

}  // namespace cartouche::testing
