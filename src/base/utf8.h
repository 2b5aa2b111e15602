#pragma once
// Reading and writing one code point of UTF-8. Private to base.

#include <cstdint>
#include <string>
#include <string_view>

namespace cartouche::utf8 {

inline constexpr char32_t kInvalid = 0xFFFFFFFF;

/// The code point that starts at `position`, which moves behind it; kInvalid, and one byte further, where
/// the bytes are not well-formed (Unicode 15, table 3-7: no overlong forms, no surrogates).
inline char32_t next(std::string_view text, std::size_t& position) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const unsigned char first = byte(position++);
  if (first < 0x80) return first;
  if (first < 0xC2 || first > 0xF4) return kInvalid;
  const std::size_t more = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
  if (text.size() - position < more) return kInvalid;
  char32_t code = first & (0x3FU >> more);
  for (std::size_t i = 0; i < more; ++i) {
    if ((byte(position + i) & 0xC0) != 0x80) return kInvalid;
    code = (code << 6) | (byte(position + i) & 0x3FU);
  }
  const bool overlong = (more == 2 && code < 0x800) || (more == 3 && code < 0x10000);
  if (overlong || (code >= 0xD800 && code <= 0xDFFF) || code > 0x10FFFF) return kInvalid;
  position += more;
  return code;
}

inline void append(std::string& text, char32_t code) {
  const auto put = [&text](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (code < 0x80) return put(code);
  if (code < 0x800) {
    put(0xC0 | (code >> 6));
  } else if (code < 0x10000) {
    put(0xE0 | (code >> 12));
    put(0x80 | ((code >> 6) & 0x3F));
  } else {
    put(0xF0 | (code >> 18));
    put(0x80 | ((code >> 12) & 0x3F));
    put(0x80 | ((code >> 6) & 0x3F));
  }
  put(0x80 | (code & 0x3F));
}

}  // namespace cartouche::utf8
