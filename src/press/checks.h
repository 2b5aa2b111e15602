#pragma once
// What is doubtful in a project and its pages, beyond what making them notices.

#include "cartouche/display/display_list.h"
#include "cartouche/press/session.h"

namespace cartouche::press {

/// Adds a problem for each source in use without a producer or a date to credit.
void check_credits(const Session& session, Diagnostics& findings);

/// Adds what making the page noticed, figures whose declared and computed values differ, points outside the
/// page's area, and what a review of the drawing finds.
void check_page(const map::PageInstance& instance, const LaidOutPage& page, const display::DisplayList& drawn,
                map::GeometryStore& store, Diagnostics& findings);

}  // namespace cartouche::press
