#pragma once
// The figures of a page as JSON: every printed number with its value and where it comes from.

#include <string>

#include "cartouche/layout/page.h"

namespace cartouche::press {

std::string ledger_json(const layout::Page& page);

}  // namespace cartouche::press
