#pragma once
// Classes of a layer whose symbol takes its fill from a palette: one class a colour, neighbours of different
// groups in different colours.

#include "cartouche/map/layer.h"

namespace cartouche::map {

/// Colour index of every row by its group's text: equal texts get equal colours, groups that share a border
/// (rows of them are in `neighbours`) different ones as far as the palette's length allows. Page-independent:
/// it looks at the whole table.
std::vector<std::uint32_t> color_rows(const std::vector<Neighbours>& neighbours,
                                      const std::vector<std::string>& groups, std::size_t colors);

}  // namespace cartouche::map
