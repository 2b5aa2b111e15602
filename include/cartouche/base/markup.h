#pragma once
// Text from data inside XML and HTML: never markup, never in control of its reader.

#include <string>
#include <string_view>

namespace cartouche {

/// `text` without what XML 1.0 does not allow (controls but tab and line feed, U+FFFE, U+FFFF) and without
/// the controls of writing direction (U+202A–U+202E, U+2066–U+2069), with which data could show its letters
/// in another order than it has them. Text that is not UTF-8 is read as Latin-1.
std::string harmless_text(std::string_view text);

/// harmless_text() for an element or an attribute in double quotes.
std::string escape_markup(std::string_view text);

/// U+202A–U+202E and U+2066–U+2069: embeddings, overrides and isolates of the bidirectional algorithm.
bool is_direction_control(char32_t character);

}  // namespace cartouche
