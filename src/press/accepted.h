#pragma once
// The findings of a project, without those that it accepts.

#include <string>
#include <vector>

#include "cartouche/press/press.h"
#include "cartouche/project/acceptance.h"

namespace cartouche::press {

/// An acceptance that met no finding, and those of its ids that met none.
struct UnusedAcceptance {
  const project::Acceptance* acceptance;
  std::vector<std::string> ids;
};

struct Judged {
  Findings findings;
  std::vector<UnusedAcceptance> unused;
};

/// Takes the findings apart, each once: those whose code and ids are all accepted, and the others. A finding
/// of which some ids are accepted stays with the rest of them.
Judged judge(const Diagnostics& found, const std::vector<project::Acceptance>& acceptances);

/// The same, for whoever made `all` pages of the project: what is accepted and was not found is one more
/// finding. On some pages, others may be the ones meant.
Findings judged(const Diagnostics& found, const std::vector<project::Acceptance>& acceptances, bool all);

}  // namespace cartouche::press
