#include "cartouche/base/error.h"

#include <utility>

namespace cartouche {
namespace {

// An error is one line wherever it is printed, whatever a file name or a library's message holds.
std::string one_line(const std::string& text) {
  std::string line;
  line.reserve(text.size());
  bool pending_space = false;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) {
      pending_space = true;
      continue;
    }
    if (pending_space && !line.empty() && line.back() != ' ' && c != ' ') line += ' ';
    pending_space = false;
    line += c;
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

std::string whole_line(const Location& where, const std::string& message, const std::string& hint) {
  std::string line = one_line(where.str());
  if (!line.empty()) line += ": ";
  line += one_line(message);
  if (!hint.empty()) line += "; " + one_line(hint);
  return line;
}

}  // namespace

std::string Location::str() const {
  std::string text = file;
  const auto add = [&text](int number) {
    if (number <= 0) return false;
    if (!text.empty()) text += ':';
    text += std::to_string(number);
    return true;
  };
  if (add(line)) add(column);
  return text;
}

Error::Error(ExitCode code, Location where, const std::string& message, const std::string& hint,
             std::string excerpt)
    : std::runtime_error(whole_line(where, message, hint)),
      code_(code),
      where_(std::move(where)),
      message_(one_line(message)),
      hint_(one_line(hint)),
      excerpt_(std::move(excerpt)) {}

Error usage_error(Location where, const std::string& message, const std::string& hint) {
  return {ExitCode::usage, std::move(where), message, hint};
}

Error data_error(Location where, const std::string& message, const std::string& hint) {
  return {ExitCode::data, std::move(where), message, hint};
}

}  // namespace cartouche
