#include "cartouche/base/error.h"

#include <utility>

namespace cartouche {
namespace {

// An error is one line wherever it is printed, whatever a file name or a library's message holds: a run of
// spaces with a line break or another control character in it becomes one space.
std::string one_line(const std::string& text) {
  const auto is_control = [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) == 0x7F;
  };
  std::string line;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    bool breaks = false;
    while (end < text.size() && (text[end] == ' ' || is_control(text[end])))
      breaks |= is_control(text[end++]);
    if (end == i) {
      line += text[i++];
      continue;
    }
    if (!breaks) line.append(text, i, end - i);
    if (breaks && !line.empty() && end < text.size()) line += ' ';
    i = end;
  }
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
