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

/// Text from data for elements and quoted attributes: markup escaped; control characters and those that turn
/// the writing direction (U+202A–202E, U+2066–2069) removed; bytes that are not UTF-8 read as Latin-1.
std::string html_text(std::string_view text);

}  // namespace cartouche::web
