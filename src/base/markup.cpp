#include "cartouche/base/markup.h"

#include "cartouche/base/words.h"

namespace cartouche {
namespace {

/// The character of three bytes of UTF-8 at `i`, or 0 where another number of bytes stands there.
char32_t three_bytes(std::string_view text, std::size_t i) {
  if (i + 2 >= text.size()) return 0;
  const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[i + k]); };
  if ((byte(0) & 0xF0U) != 0xE0U) return 0;
  return static_cast<char32_t>((byte(0) & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU));
}

std::string_view entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return {};
  }
}

bool is_control(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n') || c == '\x7F';
}

}  // namespace

bool is_direction_control(char32_t character) {
  return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
}

std::string harmless_text(std::string_view text) {
  std::string converted;
  if (!is_valid_utf8(text)) text = converted = latin1_to_utf8(text);
  std::string harmless;
  harmless.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t wide = three_bytes(text, i);
    if (wide == 0xFFFE || wide == 0xFFFF || is_direction_control(wide))
      i += 2;
    else if (!is_control(text[i]))
      harmless += text[i];
  }
  return harmless;
}

std::string escape_markup(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (const char c : harmless_text(text)) {
    const std::string_view replaced = entity(c);
    if (replaced.empty())
      escaped += c;
    else
      escaped += replaced;
  }
  return escaped;
}

}  // namespace cartouche
