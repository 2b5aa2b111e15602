#include "text_encoding.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <vector>

#include "cartouche/base/finding_codes.h"
#include "cartouche/base/words.h"
#include "mixed_text.h"
#include "recode.h"

namespace cartouche::source_internal {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

enum class Encoding : std::uint8_t { find_out, utf8, latin1, utf16, utf16le, utf16be, other };

struct NamedEncoding {
  std::string_view word;  // folded
  Encoding encoding;
};

// The words that users write; iconv knows more.
constexpr std::array<NamedEncoding, 17> kEncodings = {{{"utf 8", Encoding::utf8},
                                                       {"utf8", Encoding::utf8},
                                                       {"utf 8 sig", Encoding::utf8},
                                                       {"65001", Encoding::utf8},
                                                       {"latin 1", Encoding::latin1},
                                                       {"latin1", Encoding::latin1},
                                                       {"iso 8859 1", Encoding::latin1},
                                                       {"iso8859 1", Encoding::latin1},
                                                       {"windows 1252", Encoding::latin1},
                                                       {"cp1252", Encoding::latin1},
                                                       {"ansi", Encoding::latin1},
                                                       {"1252", Encoding::latin1},
                                                       {"utf 16", Encoding::utf16},
                                                       {"utf16", Encoding::utf16},
                                                       {"unicode", Encoding::utf16},
                                                       {"utf 16le", Encoding::utf16le},
                                                       {"utf 16be", Encoding::utf16be}}};

Encoding encoding_named(const std::string& name, const Location& asked_at) {
  if (name.empty()) return Encoding::find_out;
  const std::string folded = fold(name);
  for (const NamedEncoding& one : kEncodings)
    if (one.word == folded) return one.encoding;
  if (knows_encoding(name)) return Encoding::other;
  const std::vector<std::string> known = {"UTF-8",  "Latin-1",     "Windows-1252",
                                          "UTF-16", "ISO-8859-15", "MacRoman"};
  throw usage_error(asked_at, "unknown encoding '" + name + "'", suggestion(name, known));
}

int line_at(std::string_view text, std::size_t offset) {
  return 1 +
         static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

// The first line that is not UTF-8.
int first_bad_line(std::string_view text) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (!is_utf8(text.substr(begin, end - begin))) return line_at(text, begin);
    begin = end + 1;
  }
  return 0;
}

// Two bytes a sign: in text of European languages one of the two is nearly always zero, always the same.
Encoding guessed_utf16(std::string_view bytes) {
  constexpr std::size_t kLookedAt = 4096;
  const std::size_t pairs = std::min(bytes.size(), kLookedAt) / 2;
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < 2 * pairs; ++i) zeros[i % 2] += bytes[i] == '\0' ? 1 : 0;
  if (bytes.size() % 2 != 0 || pairs == 0) return Encoding::utf8;
  if (2 * zeros[1] > pairs && 20 * zeros[0] <= pairs) return Encoding::utf16le;
  return 2 * zeros[0] > pairs && 20 * zeros[1] <= pairs ? Encoding::utf16be : Encoding::utf8;
}

// By the byte order mark, or by where the zeros are.
Encoding utf16_of(std::string_view bytes, bool is_stated) {
  if (bytes.starts_with("\xFF\xFE")) return Encoding::utf16le;
  if (bytes.starts_with("\xFE\xFF")) return Encoding::utf16be;
  const Encoding guessed = guessed_utf16(bytes);
  return guessed == Encoding::utf8 && is_stated ? Encoding::utf16le : guessed;
}

std::string from_utf16(const std::string& bytes, Encoding encoding, const std::string& file) {
  auto text = recoded(bytes, encoding == Encoding::utf16be ? "UTF-16BE" : "UTF-16LE");
  if (!text) throw data_error({file}, "the text is cut off or no UTF-16", "save it as UTF-8");
  if (text->starts_with(kByteOrderMark)) text->erase(0, kByteOrderMark.size());
  return std::move(*text);
}

void refuse_binary(std::string_view bytes, const std::string& file) {
  if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos)
    throw data_error({file, line_at(bytes, nul)}, "a zero byte: this is no text file");
}

}  // namespace

TextBytes bytes_of(std::string_view text) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  constexpr std::size_t kWindow = 64;
  std::size_t at = 0;
  bool ascii = true;
  while (at < text.size()) {
    std::uint64_t word = 0;
    for (; at + sizeof word <= text.size(); at += sizeof word) {
      std::memcpy(&word, text.data() + at, sizeof word);
      if ((word & kHighBits) != 0) break;
    }
    // Letter by letter up to an ASCII byte, which no letter has inside it, then in words again.
    std::size_t end = std::min(at + kWindow, text.size());
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0x80U) != 0) ++end;
    for (std::size_t i = at; i < end && ascii; ++i)
      ascii = (static_cast<unsigned char>(text[i]) & 0x80U) == 0;
    if (!ascii && !is_valid_utf8(text.substr(at, end - at))) return TextBytes::other;
    at = end;
  }
  return ascii ? TextBytes::ascii : TextBytes::utf8;
}

std::string to_utf8(std::string bytes, const std::string& encoding, const std::string& file,
                    const Location& asked_at, Diagnostics& diagnostics) {
  const Encoding stated = encoding_named(encoding, asked_at);
  const bool stated_utf16 =
      stated == Encoding::utf16 || stated == Encoding::utf16le || stated == Encoding::utf16be;
  if (stated_utf16 || stated == Encoding::find_out) {
    const Encoding found = utf16_of(bytes, stated_utf16);
    const bool has_order = stated == Encoding::utf16le || stated == Encoding::utf16be;
    if (found != Encoding::utf8) return from_utf16(bytes, has_order ? stated : found, file);
  }
  refuse_binary(bytes, file);
  if (bytes.starts_with(kByteOrderMark)) bytes.erase(0, kByteOrderMark.size());
  if (stated == Encoding::latin1) return latin1_to_utf8(bytes);
  if (stated == Encoding::other) {
    if (auto text = recoded(bytes, encoding)) return std::move(*text);
    throw data_error({file}, "this is not " + encoding + " as stated",
                     "leave encoding out, or state another");
  }
  if (is_utf8(bytes)) return bytes;
  if (stated == Encoding::utf8)
    throw data_error({file, first_bad_line(bytes)}, "this is not UTF-8 as stated",
                     "state encoding: Latin-1, or leave it out");
  if (holds_utf8(bytes)) return mended_utf8(bytes, file, diagnostics);
  diagnostics.add(finding("read-as-latin1"), "the text is not UTF-8 and was read as Latin-1",
                  {file, first_bad_line(bytes)});
  return latin1_to_utf8(bytes);
}

}  // namespace cartouche::source_internal
