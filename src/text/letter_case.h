#pragma once
// Cleaning a text for one line, and cutting it into what small capitals set large and small. Private to the
// module.

#include <string>
#include <vector>

namespace cartouche::text {

/// Well-formed UTF-8 without control characters: an invalid byte becomes U+FFFD, a control character or line
/// separator a space.
std::string printable(const std::string& text);

/// A piece of a text, and whether it is set at the small size.
struct CaseSegment {
  std::string text;
  bool small = false;
};

/// Lower-case letters become capitals in a small segment; everything else stays large. A combining mark stays
/// with its letter.
std::vector<CaseSegment> small_cap_segments(const std::string& text);

}  // namespace cartouche::text
