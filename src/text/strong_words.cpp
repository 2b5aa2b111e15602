#include "strong_words.h"

namespace cartouche::text {
namespace {

constexpr std::string_view kSign = "**";

}  // namespace

std::vector<StrongSegment> strong_segments(std::string_view text, bool marked) {
  std::vector<StrongSegment> segments;
  const auto add = [&](std::string_view piece, bool strong) {
    if (!piece.empty()) segments.push_back({std::string(piece), strong});
  };
  while (marked) {
    const std::size_t open = text.find(kSign);
    const std::size_t close = open == std::string_view::npos ? open : text.find(kSign, open + kSign.size());
    if (close == std::string_view::npos) break;
    add(text.substr(0, open), false);
    add(text.substr(open + kSign.size(), close - open - kSign.size()), true);
    text.remove_prefix(close + kSign.size());
  }
  add(text, false);
  return segments;
}

std::string strong_word_by_word(std::string_view text) {
  std::string all;
  for (const StrongSegment& segment : strong_segments(text, true)) {
    if (!segment.strong) {
      all += segment.text;
      continue;
    }
    bool inside = false;
    for (const char c : segment.text) {
      const bool space = c == ' ' || c == '\t' || c == '\n';
      if (space == inside) {
        all += kSign;
        inside = !inside;
      }
      all += c;
      // A line may break after a hyphen too.
      if (c == '-') {
        all += kSign;
        inside = false;
      }
    }
    if (inside) all += kSign;
  }
  return all;
}

}  // namespace cartouche::text
