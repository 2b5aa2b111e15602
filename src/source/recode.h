#pragma once
// Text of other encodings, by iconv.

#include <optional>
#include <string>

namespace cartouche::source_internal {

/// True for a name of an encoding that this machine can read.
bool knows_encoding(const std::string& name);
/// The bytes as UTF-8; none where they are not of that encoding.
std::optional<std::string> recoded(std::string bytes, const std::string& encoding);

}  // namespace cartouche::source_internal
