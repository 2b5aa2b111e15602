#pragma once
// The spaces that stand unseen around words, codes and numbers.

#include <string_view>

namespace cartouche {

/// Length of the blank that begins at `at`: a space, tab or line end, a no-break, narrow no-break, thin or
/// zero-width space, a byte order mark. 0 where there is none.
std::size_t blank_length(std::string_view text, std::size_t at);
/// The text without blanks at both ends.
std::string_view without_blanks(std::string_view text);

}  // namespace cartouche
