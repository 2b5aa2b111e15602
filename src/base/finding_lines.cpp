#include "cartouche/base/finding_lines.h"

#include <algorithm>

#include "cartouche/base/clean_text.h"
#include "cartouche/base/finding_codes.h"

namespace cartouche {
namespace {

// Messages of a group that a line shows.
constexpr std::size_t kShown = 3;

using Group = std::vector<const Diagnostic*>;

std::vector<Group> groups_of(const Diagnostics& findings) {
  std::vector<Group> groups;
  for (const Diagnostic& one : findings.all()) {
    const auto alike = std::find_if(groups.begin(), groups.end(), [&](const Group& group) {
      return group.front()->code == one.code && group.front()->where == one.where;
    });
    if (alike == groups.end())
      groups.push_back({&one});
    else
      alike->push_back(&one);
  }
  std::stable_sort(groups.begin(), groups.end(),
                   [](const Group& a, const Group& b) { return a.front()->severity > b.front()->severity; });
  return groups;
}

std::string line_of(const Group& group) {
  const Diagnostic& first = *group.front();
  if (group.size() == 1) return to_line(first);
  const FindingCode* listed = find_finding(first.code);
  Diagnostic all{first.severity, first.code, std::to_string(group.size()) + " × ", first.where, {}};
  all.message += listed ? listed->means : "findings";
  const std::size_t shown = group.size() <= kShown + 1 ? group.size() : kShown;
  for (std::size_t i = 0; i < shown; ++i) all.message.append(i == 0 ? ": " : "; ").append(group[i]->message);
  if (shown < group.size())
    all.message.append("; … ").append(std::to_string(group.size() - shown)).append(" more");
  return to_line(all);
}

}  // namespace

std::vector<std::string> finding_lines(const Diagnostics& findings) {
  const Diagnostics once = findings.each_once();
  std::vector<std::string> lines;
  for (const Group& group : groups_of(once)) lines.push_back(line_of(group));
  return lines;
}

Diagnostics problems_of(const Diagnostics& findings) {
  Diagnostics problems;
  for (const Diagnostic& one : findings.all())
    if (one.severity == Severity::problem)
      problems.add(*find_finding(one.code), one.message, one.where, one.ids);
  return problems;
}

std::string count_of_problems(const Diagnostics& findings) {
  const std::size_t count = problems_of(findings).each_once().all().size();
  if (count == 0) return "";
  return std::to_string(count) + (count == 1 ? " problem" : " problems");
}

}  // namespace cartouche
