#include "mixed_text.h"

#include <algorithm>
#include <vector>

#include "cartouche/base/finding_codes.h"
#include "cartouche/base/words.h"

namespace cartouche::source_internal {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

unsigned byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

// Length of the well-formed sign of UTF-8 that begins here; 0 where there is none.
std::size_t sign_length(std::string_view text, std::size_t at) {
  const unsigned first = byte_at(text, at);
  if (first < 0x80) return 1;
  const std::size_t length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
  return length > 0 && is_valid_utf8(text.substr(at, length)) && at + length <= text.size() ? length : 0;
}

bool is_western(std::string_view text, std::size_t at, std::size_t length) {
  if (length == 2) return byte_at(text, at) <= 0xC5;
  return length == 3 && byte_at(text, at) == 0xE2 && byte_at(text, at + 1) >= 0x80 &&
         byte_at(text, at + 1) <= 0x82;
}

// The first byte or two of a sign whose end was cut: no French word ends in "Ã" or "â€".
std::size_t cut_length(std::string_view text, std::size_t at) {
  const unsigned first = byte_at(text, at), second = byte_at(text, at + 1);
  if (first == 0xC2 || first == 0xC3) return 1;
  return first == 0xE2 && (second == 0x80 || second == 0x82) ? 2 : 0;
}

bool ends_word(char c) {
  return c == '\n' || c == '\r' || c == '\t' || c == ' ' || c == ';' || c == ',' || c == '|' || c == '"';
}

// Where the mended bytes are in the new text.
struct Mended {
  std::string text;
  std::vector<std::size_t> places;
};

Mended mend(std::string_view bytes) {
  Mended mended;
  mended.text.reserve(bytes.size() + bytes.size() / 8);
  for (std::size_t at = 0; at < bytes.size();) {
    if (const std::size_t length = sign_length(bytes, at); length > 0) {
      mended.text.append(bytes.substr(at, length));
      at += length;
      continue;
    }
    mended.places.push_back(mended.text.size());
    const std::size_t cut = cut_length(bytes, at);
    mended.text += cut > 0 ? std::string(kReplacement) : latin1_to_utf8(bytes.substr(at, 1));
    at += std::max<std::size_t>(cut, 1);
  }
  return mended;
}

std::string word_around(std::string_view text, std::size_t at) {
  std::size_t begin = at, end = at;
  while (begin > 0 && !ends_word(text[begin - 1])) --begin;
  while (end < text.size() && !ends_word(text[end])) ++end;
  return std::string(text.substr(begin, end - begin));
}

Location place(std::string_view text, std::size_t at, const std::string& file) {
  const std::string_view before = text.substr(0, at);
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const std::size_t begin = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return {file, static_cast<int>(line), static_cast<int>(utf8_length(before.substr(begin))) + 1};
}

std::string said_at(const Location& where, const std::string& word) {
  return std::to_string(where.line) + ":" + std::to_string(where.column) + " " + word;
}

}  // namespace

bool holds_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = sign_length(bytes, at);
    if (length > 1 && is_western(bytes, at, length)) return true;
    at += std::max<std::size_t>(length, 1);
  }
  return false;
}

std::string mended_utf8(std::string_view bytes, const std::string& file, Diagnostics& diagnostics) {
  constexpr std::size_t kNamed = 20;
  Mended mended = mend(bytes);
  std::vector<std::string> words;
  for (std::size_t i = 0; i < mended.places.size() && words.size() < kNamed; ++i) {
    const std::size_t at = mended.places[i];
    words.push_back(said_at(place(mended.text, at, file), word_around(mended.text, at)));
  }
  const std::size_t count = mended.places.size();
  diagnostics.add(finding("mixed-encoding"),
                  std::to_string(count) + (count == 1 ? " byte" : " bytes") + " of this UTF-8 text " +
                      (count == 1 ? "is" : "are") +
                      " no UTF-8, read as Windows-1252 alone; look at the words and save the file as UTF-8",
                  place(mended.text, mended.places.front(), file), words);
  return std::move(mended.text);
}

}  // namespace cartouche::source_internal
