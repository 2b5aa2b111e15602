#pragma once
// How many features a FlatGeobuf holds in full, counted by their lengths and not by what its header says.

#include <cstddef>
#include <string>

namespace cartouche::source_internal {

/// Features of the file before its end or its first that is cut off; 0 where the file is none, cannot be read
/// or has an index. Layout: flatgeobuf.org, "Specification".
std::size_t fgb_length(const std::string& path);

}  // namespace cartouche::source_internal
