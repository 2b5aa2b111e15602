#pragma once
// Text from files with places to fill: {{name}}. What is filled in is not read again, so that data cannot
// name a place.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cartouche::web {

using Fields = std::vector<std::pair<std::string_view, std::string>>;

/// A place without a field is a mistake of ours: std::logic_error.
std::string fill(std::string_view text, const Fields& fields);

/// A part of blocks.html, by the name in its "<!-- block name -->", without the line break at its end.
std::string_view block(std::string_view name);

}  // namespace cartouche::web
