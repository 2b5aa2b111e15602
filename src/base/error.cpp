#include "cartouche/base/error.h"

#include <utility>

#include "cartouche/base/clean_text.h"

namespace cartouche {
namespace {

std::string whole_line(const Location& where, const std::string& message, const std::string& hint) {
  std::string line = clean_name(where.str());
  if (!line.empty()) line += ": ";
  line += clean_line(message);
  if (!hint.empty()) line += "; " + clean_line(hint);
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
      message_(clean_line(message)),
      hint_(clean_line(hint)),
      excerpt_(clean_excerpt(excerpt)) {}

Error usage_error(Location where, const std::string& message, const std::string& hint) {
  return {ExitCode::usage, std::move(where), message, hint};
}

Error data_error(Location where, const std::string& message, const std::string& hint) {
  return {ExitCode::data, std::move(where), message, hint};
}

}  // namespace cartouche
