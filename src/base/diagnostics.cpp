#include "cartouche/base/diagnostics.h"

#include <algorithm>
#include <utility>

#include "cartouche/base/clean_text.h"
#include "cartouche/base/finding_codes.h"

namespace cartouche {

void Diagnostics::add(const FindingCode& code, std::string message, Location where,
                      std::vector<std::string> ids) {
  all_.push_back(
      {code.severity, std::string(code.code), std::move(message), std::move(where), std::move(ids)});
}

void Diagnostics::append(const Diagnostics& other) {
  // By copy first: `other` may be this very object.
  std::vector<Diagnostic> added = other.all_;
  all_.insert(all_.end(), std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
}

Diagnostics Diagnostics::each_once() const {
  Diagnostics result;
  for (const Diagnostic& one : all_)
    if (std::find(result.all_.begin(), result.all_.end(), one) == result.all_.end())
      result.all_.push_back(one);
  return result;
}

bool Diagnostics::has(Severity at_least) const {
  return std::any_of(all_.begin(), all_.end(),
                     [at_least](const Diagnostic& one) { return one.severity >= at_least; });
}

const char* severity_name(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::problem:
      return "problem";
  }
  return "";
}

std::string to_line(const Diagnostic& diagnostic) {
  constexpr std::size_t kShown = 8;
  std::string line = clean_name(diagnostic.where.str());
  if (!line.empty()) line += ": ";
  line.append(severity_name(diagnostic.severity)).append(": ").append(clean_line(diagnostic.message));
  const std::vector<std::string>& ids = diagnostic.ids;
  // Whoever noticed it may have kept the first ids only: how many there are is for the message to say.
  const std::size_t shown = ids.size() <= kShown + 1 ? ids.size() : kShown;
  for (std::size_t i = 0; i < shown; ++i) line.append(i == 0 ? " (" : ", ").append(clean_line(ids[i]));
  if (shown < ids.size()) line.append(", …");
  if (shown > 0) line += ')';
  if (!diagnostic.code.empty()) line.append(" [").append(diagnostic.code).append("]");
  return line;
}

}  // namespace cartouche
