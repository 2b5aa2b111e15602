#pragma once
// The figures of a page as JSON: every printed number with its value and where it comes from.

#include <string>

#include "cartouche/layout/page.h"
#include "cartouche/press/press.h"

namespace cartouche::press {

/// With the findings that the project accepts, and why.
std::string ledger_json(const layout::Page& page, const std::vector<AcceptedFinding>& accepted);

}  // namespace cartouche::press
