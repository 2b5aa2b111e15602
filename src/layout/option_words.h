#pragma once
// Options of items that are one of a closed list of words.

#include <string>
#include <string_view>
#include <vector>

#include "cartouche/project/node.h"

namespace cartouche::layout {

/// The word of the key, or the fallback; a usage error at the word, naming the nearest, where it is none of
/// the list.
std::string read_word_or(project::Reader& in, std::string_view key, const std::vector<std::string>& words,
                         const std::string& fallback);

/// How far down a text stands in a box with so much room left: "top", "middle" or "bottom".
double valigned(const std::string& valign, double room);

}  // namespace cartouche::layout
