#pragma once
// What a page was given and does not show. Both render and check say it: a map without its points looks like
// a map of a place without projects.

#include "cartouche/press/session.h"

namespace cartouche::press {

/// Adds a warning for each source that was read and has no rows.
void find_empty_sources(const Session& session, Diagnostics& findings);

/// What one page was given and does not show; kept when the page is let go.
struct Undrawn {
  Diagnostics points;                 ///< a problem for each layer with points that no frame shows
  std::map<std::string, bool> areas;  ///< by layer of polygons: some frame shows it
};
Undrawn undrawn_of(const LaidOutPage& page);

/// Adds those problems, and a warning for each layer of polygons of which no page shows anything.
void report_undrawn(const std::vector<Undrawn>& pages, Diagnostics& findings);

}  // namespace cartouche::press
