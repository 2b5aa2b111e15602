#pragma once
// Runs of text that stand on one line: small capitals and fallback fonts cut a line into several Text nodes.

#include <cstddef>
#include <vector>

#include "cartouche/display/display_list.h"

namespace cartouche::backend {

/// `begin` is a Text; the end of the texts after it that go on where it stops: the same baseline, colour and
/// halo, each starting where the one before ends (letter-spacing in between). Texts that follow a
/// line go on too.
std::size_t text_line_end(const std::vector<display::Node>& nodes, std::size_t begin);

}  // namespace cartouche::backend
