#pragma once
// What a page was given and does not show. Both render and check say it: a map without its points looks like
// a map of a place without projects.

#include "session.h"

namespace cartouche::cli {

/// Adds a warning for each source that was read and has no rows.
void find_empty_sources(const Session& session, Diagnostics& findings);

/// Adds a problem for each point layer of a page with rows that no frame of it shows, naming them, and a
/// warning for each layer of polygons of which no page shows anything.
void find_undrawn(const std::vector<std::unique_ptr<LaidOutPage>>& pages, Diagnostics& findings);

}  // namespace cartouche::cli
