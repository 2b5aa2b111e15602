#pragma once
// What is placed freely should lie on nothing. Where no place is clear, that is said.

#include "context.h"

namespace cartouche::layout {

/// Reports callouts and items with `box: auto` that lie on other items, names or dots ("item-covers"). To be
/// called when all is laid out.
void report_covered(Context& context);

}  // namespace cartouche::layout
