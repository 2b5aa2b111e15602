#pragma once
// A construction that needs no search: for pages that are too large for one, or where it found too little.

#include "callout_search.h"

namespace cartouche::label {

/// Shares the requests out to the nearest strips with room and stacks them there without slack, each time the
/// box whose leader is met first by a ray that turns from the strip's start: then no later leader can cross
/// an earlier one, whatever the boxes' lengths. A request that still cannot be led is left out.
CalloutSolution rotate_callouts(const std::vector<CalloutRequest>& requests,
                                const std::vector<CalloutStrip>& strips, const CalloutSearchOptions& options);

}  // namespace cartouche::label
