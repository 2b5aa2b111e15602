#pragma once
// The parts of a page beside the drawing.

#include <string>

#include "cartouche/layout/page.h"
#include "tag_features.h"

namespace cartouche::web {

/// "9.1": layer and line of its legend.
std::string class_key(std::size_t layer, std::size_t entry);

/// The legend as switches; "" where the page has none.
std::string legend_part(const layout::Page& page);

struct Tables {
  std::string tables, filters;
};
/// A table for each layer with `data`, and what they can be filtered by. The rows' numbers go to `tags`.
Tables tables_part(const layout::Page& page, Tags& tags);

/// What a callout speaks of, after the rows have their numbers: its box, leader and ring go with that row.
void tag_callouts(const layout::Page& page, Tags& tags);

}  // namespace cartouche::web
