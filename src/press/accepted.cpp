#include "accepted.h"

#include <algorithm>
#include <set>

#include "cartouche/base/finding_codes.h"

namespace cartouche::press {
namespace {

using project::Acceptance;

// Findings name rows by their id, or by their name with the id behind it and sometimes a reason.
bool is_of(const std::string& shown, const std::string& id) {
  if (shown == id) return true;
  const std::string behind = "(" + id + ")";
  return shown.ends_with(" " + behind) || shown.find(" " + behind + ": ") != std::string::npos ||
         shown.starts_with(id + ": ");
}

class Judge {
 public:
  explicit Judge(const std::vector<Acceptance>& acceptances) : acceptances_(acceptances) {}

  void look(const Diagnostic& one) {
    Diagnostic rest = one;
    for (const Acceptance& acceptance : acceptances_) {
      if (acceptance.code.value != one.code) continue;
      if (acceptance.ids.empty()) {
        used_.insert(&acceptance.code);
        return accept(rest, rest.ids, acceptance);
      }
      std::vector<std::string> taken = take(rest.ids, acceptance);
      if (taken.empty()) continue;
      accept(rest, std::move(taken), acceptance);
      if (rest.ids.empty()) return;
    }
    const std::size_t fewer = one.ids.size() - rest.ids.size();
    if (fewer > 0) rest.message += "; " + std::to_string(fewer) + " of them accepted";
    judged_.findings.open.add(*find_finding(rest.code), rest.message, rest.where, rest.ids);
  }

  Judged done() {
    for (const Acceptance& one : acceptances_) {
      std::vector<std::string> ids;
      for (const project::LocatedText& id : one.ids)
        if (!used_.contains(&id)) ids.push_back(id.value);
      if (!ids.empty() || (one.ids.empty() && !used_.contains(&one.code)))
        judged_.unused.push_back({&one, std::move(ids)});
    }
    return std::move(judged_);
  }

 private:
  // Moves the ids that are accepted out of `ids`.
  std::vector<std::string> take(std::vector<std::string>& ids, const Acceptance& acceptance) {
    std::vector<std::string> taken, kept;
    for (std::string& shown : ids) {
      const auto found = std::find_if(acceptance.ids.begin(), acceptance.ids.end(),
                                      [&](const project::LocatedText& id) { return is_of(shown, id.value); });
      if (found != acceptance.ids.end()) used_.insert(&*found);
      (found != acceptance.ids.end() ? taken : kept).push_back(std::move(shown));
    }
    ids = std::move(kept);
    return taken;
  }

  void accept(const Diagnostic& one, std::vector<std::string> ids, const Acceptance& acceptance) {
    judged_.findings.accepted.push_back(
        {{one.severity, one.code, one.message, one.where, std::move(ids)}, acceptance.because});
  }

  const std::vector<Acceptance>& acceptances_;
  std::set<const project::LocatedText*> used_;  // codes and ids that met something
  Judged judged_;
};

}  // namespace

Judged judge(const Diagnostics& found, const std::vector<Acceptance>& acceptances) {
  Judge judge(acceptances);
  const Diagnostics once = found.each_once();
  for (const Diagnostic& one : once.all()) judge.look(one);
  return judge.done();
}

Findings judged(const Diagnostics& found, const std::vector<Acceptance>& acceptances, bool all) {
  Judged result = judge(found, acceptances);
  if (all)
    for (const UnusedAcceptance& one : result.unused)
      result.findings.open.add(finding("accepted-nothing"),
                               "'" + one.acceptance->code.value + "' is accepted, but not found" +
                                   (one.ids.empty() ? "" : " of these"),
                               one.acceptance->where, one.ids);
  return std::move(result.findings);
}

}  // namespace cartouche::press
