#pragma once
// The findings of a project, without those that it accepts.

#include <string>
#include <vector>

#include "cartouche/base/diagnostics.h"
#include "cartouche/press/press.h"
#include "cartouche/project/acceptance.h"

namespace cartouche::press {

/// An acceptance that met no finding, and those of its ids that met none.
struct UnusedAcceptance {
  const project::Acceptance* acceptance;
  std::vector<std::string> ids;
};

struct Judged {
  Diagnostics open;
  std::vector<AcceptedFinding> accepted;
  std::vector<UnusedAcceptance> unused;
};

/// Takes the findings apart: those whose code and ids are all accepted, and the others. A finding of which
/// some ids are accepted stays with the rest of them.
Judged judge(const Diagnostics& findings, const std::vector<project::Acceptance>& acceptances);

/// Says what is accepted and was not found. For runs over all pages: on some, others may be the ones meant.
void report_unused(const Judged& judged, Diagnostics& findings);

}  // namespace cartouche::press
