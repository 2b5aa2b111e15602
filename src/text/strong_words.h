#pragma once
// Words between "**" and "**", which are set in a heavier weight. Private to the module.

#include <string>
#include <string_view>
#include <vector>

namespace cartouche::text {

struct StrongSegment {
  std::string text;
  bool strong = false;
};

/// `text` in segments of one weight, without the signs; the whole of it as it is where `marked` is false. A
/// sign that nothing closes is text.
std::vector<StrongSegment> strong_segments(std::string_view text, bool marked);

/// Each word between the signs with signs of its own, so that a line may break between them:
/// "**two words**" becomes "**two** **words**".
std::string strong_word_by_word(std::string_view text);

}  // namespace cartouche::text
