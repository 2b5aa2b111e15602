#include "letter_case.h"

namespace cartouche::expression {
namespace {

constexpr unsigned kSharpS = 0xDF;          // ß, "SS" in upper case
constexpr unsigned kYWithDiaeresis = 0xFF;  // ÿ, whose capital is U+0178

// In Latin Extended-A capitals are even up to U+0137 and from U+014A, odd between and from U+0179.
bool is_pair(unsigned code) {
  const bool lone = code == 0x130 || code == 0x131 || code == 0x138 || code == 0x149 || code == 0x178;
  return code >= 0x100 && code <= 0x17E && !lone;
}
bool capitals_are_odd(unsigned code) {
  return (code >= 0x139 && code <= 0x148) || code >= 0x179;
}

unsigned upper(unsigned code) {
  if (code >= 'a' && code <= 'z') return code - 32;
  if (code >= 0xE0 && code <= 0xFE && code != 0xF7) return code - 32;
  if (code == kYWithDiaeresis) return 0x178;
  if (is_pair(code) && (code % 2 == 0) == capitals_are_odd(code)) return code - 1;
  return code;
}

unsigned lower(unsigned code) {
  if (code >= 'A' && code <= 'Z') return code + 32;
  if (code >= 0xC0 && code <= 0xDE && code != 0xD7) return code + 32;
  if (code == 0x178) return kYWithDiaeresis;
  if (is_pair(code) && (code % 2 == 1) == capitals_are_odd(code)) return code + 1;
  return code;
}

// Letters up to U+017F take one byte, or two of which the first is C2 to C5.
template <typename Change>
void append(std::string& result, std::string_view text, Change change) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto first = static_cast<unsigned char>(text[i]);
    if (first < 0x80) {
      change(result, first);
    } else if (first >= 0xC2 && first <= 0xC5 && i + 1 < text.size()) {
      change(result, ((first & 0x1FU) << 6) | (static_cast<unsigned char>(text[++i]) & 0x3FU));
    } else {
      result += text[i];
    }
  }
}

void put(std::string& result, unsigned code) {
  if (code < 0x80) {
    result += static_cast<char>(code);
  } else {
    result += static_cast<char>(0xC0 | (code >> 6));
    result += static_cast<char>(0x80 | (code & 0x3F));
  }
}

}  // namespace

void append_upper(std::string& result, std::string_view utf8) {
  append(result, utf8, [](std::string& to, unsigned code) {
    if (code == kSharpS) {
      to += "SS";
    } else {
      put(to, upper(code));
    }
  });
}

void append_lower(std::string& result, std::string_view utf8) {
  append(result, utf8, [](std::string& to, unsigned code) { put(to, lower(code)); });
}

}  // namespace cartouche::expression
