#pragma once
// What leaves the program as a message, an error, a finding or a line on a terminal is clean: whatever a file
// name, a value of the data, a library's words or a server's answer hold. Applied where texts leave (Error,
// to_line(), reports), once, and not where they are made.

#include <string>
#include <string_view>

namespace cartouche {

/// `text` on one line: bytes that are no UTF-8 become U+FFFD; a run of blanks with a line break or another
/// control character in it (those of terminals, ESC, included) becomes one space; controls of writing
/// direction are left out; secrets are hidden; words of more than kLongestWord characters lose their middle.
/// clean_line(clean_line(t)) == clean_line(t).
std::string clean_line(std::string_view text);

/// The same for the name of a file, whole however long: editors follow it.
std::string clean_name(std::string_view text);

/// The same for some lines of source shown as they stand (with a caret below): line breaks stay, and what is
/// hidden keeps its width.
std::string clean_excerpt(std::string_view text);

/// `text` with "…" in the place of every secret: what is assigned to a word for one, alone or at the end of a
/// longer name (`password = 's3cret'`, `PGPASSWORD=`, `access_token=`, `"api_key": "…"`), what stands behind
/// "Bearer", and the password of an address (`scheme://user:password@host`, up to the last `@`).
std::string without_secrets(std::string_view text);

inline constexpr std::size_t kLongestWord = 300;

}  // namespace cartouche
