#include "cartouche/base/words.h"

#include <algorithm>
#include <array>
#include <vector>

#include "utf8.h"

namespace cartouche {
namespace {

// U+00C0 to U+017F without accent, in lower case, ligatures opened; "" where it is no letter.
constexpr std::array<std::string_view, 192> kLatin = {
    // U+00C0
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",  //
    "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "ss",  //
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",  //
    "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "y",
    // U+0100
    "a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d",    //
    "d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g",    //
    "g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i",    //
    "i", "i", "ij", "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l",  //
    // U+0140
    "l", "l", "l", "n", "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o",    //
    "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s",  //
    "s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u",    //
    "u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s"};

bool is_combining_mark(char32_t code) {
  return code >= 0x300 && code <= 0x36F;
}

// Letters of other scripts stay as they are; punctuation, symbols and spaces above Latin separate.
bool is_other_letter(char32_t code) {
  return code != utf8::kInvalid && ((code >= 0x180 && code < 0x2000) ||
                                    (code >= 0x2C00 && code != 0xFEFF && code != 0xFFFD && code != 0x3000));
}

// Appends what `code` folds to; false where it separates words.
bool append_folded(std::string& folded, char32_t code) {
  if (code < 0x80) {
    const auto c = static_cast<char>(code);
    if (c >= 'A' && c <= 'Z') {
      folded += static_cast<char>(c - 'A' + 'a');
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      folded += c;
    } else {
      return false;
    }
    return true;
  }
  if (code >= 0xC0 && code < 0x180) {
    folded += kLatin[code - 0xC0];
    return !kLatin[code - 0xC0].empty();
  }
  if (code >= 0x218 && code <= 0x21B) {  // Romanian letters with a comma below
    folded += code <= 0x219 ? 's' : 't';
    return true;
  }
  if (!is_other_letter(code)) return false;
  utf8::append(folded, code);
  return true;
}

std::vector<char32_t> code_points(std::string_view text) {
  std::vector<char32_t> points;
  points.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) points.push_back(utf8::next(text, i));
  return points;
}

int distance(const std::vector<char32_t>& a, const std::vector<char32_t>& b) {
  // Three rows of the dynamic programme: before[j], last[j], now[j] for the first i-2, i-1, i letters of a.
  std::vector<int> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      now[j] = std::min({replaced, last[j] + 1, now[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) now[j] = std::min(now[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, now);
  }
  return last[b.size()];
}

}  // namespace

std::string fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  bool space = false;
  std::string letter;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t code = utf8::next(text, i);
    if (is_combining_mark(code)) continue;
    letter.clear();
    if (!append_folded(letter, code)) {
      space = true;
      continue;
    }
    if (space && !folded.empty()) folded += ' ';
    space = false;
    folded += letter;
  }
  return folded;
}

int edit_distance(std::string_view a, std::string_view b) {
  return distance(code_points(a), code_points(b));
}

std::string nearest_word(std::string_view word, std::span<const std::string> candidates) {
  const std::vector<char32_t> folded = code_points(fold(word));
  const std::string* nearest = nullptr;
  int least = 0;
  for (const std::string& candidate : candidates) {
    const std::vector<char32_t> other = code_points(fold(candidate));
    const std::size_t longer = std::max(folded.size(), other.size());
    const std::size_t shorter = std::min(folded.size(), other.size());
    const int limit = std::max(1, static_cast<int>(longer / 3));
    if (shorter == 0 || static_cast<int>(longer - shorter) > limit) continue;
    const int edits = distance(folded, other);
    const bool shares_nothing = edits >= static_cast<int>(shorter) && edits > 0;
    if (edits > limit || shares_nothing || (nearest && edits >= least)) continue;
    nearest = &candidate;
    least = edits;
  }
  return nearest ? *nearest : std::string();
}

std::string suggestion(std::string_view word, std::span<const std::string> candidates) {
  constexpr std::size_t kListed = 16;
  if (candidates.empty()) return "";
  if (const std::string nearest = nearest_word(word, candidates); !nearest.empty())
    return "did you mean '" + nearest + "'?";
  std::string text = candidates.size() == 1 ? "expected " : "expected one of: ";
  const std::size_t shown = candidates.size() <= kListed + 1 ? candidates.size() : kListed;
  for (std::size_t i = 0; i < shown; ++i) text.append(i == 0 ? "" : ", ").append(candidates[i]);
  if (shown < candidates.size())
    text.append(", … ").append(std::to_string(candidates.size() - shown)).append(" more");
  return text;
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();)
    if (utf8::next(text, i) == utf8::kInvalid) return false;
  return true;
}

std::size_t utf8_length(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string latin1_to_utf8(std::string_view text) {
  // 0x80 to 0x9F of Windows-1252; the five bytes it leaves open are the control characters of Latin-1.
  constexpr std::array<char32_t, 32> kWindows = {
      0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  std::string converted;
  converted.reserve(text.size() + text.size() / 8);
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    utf8::append(converted, byte >= 0x80 && byte < 0xA0 ? kWindows[byte - 0x80U] : byte);
  }
  return converted;
}

}  // namespace cartouche
