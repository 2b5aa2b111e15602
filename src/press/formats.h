#pragma once
// How a page becomes the bytes of each format.

#include "cartouche/display/display_list.h"
#include "cartouche/press/press.h"
#include "cartouche/press/session.h"

namespace cartouche::press {

using WritePage = std::string (*)(const LaidOutPage& page, const display::DisplayList& list,
                                  const OutputOptions& options);

/// The row of the table, and what writes it. A usage error names the nearest format where there is none.
const Format& format_named(const std::string& name);
WritePage writer_of(const Format& format);

}  // namespace cartouche::press
