#include "text_encoding.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <vector>

#include "cartouche/base/finding_codes.h"
#include "cartouche/base/words.h"

namespace cartouche::source_internal {
namespace {

enum class Encoding { find_out, utf8, latin1 };

Encoding encoding_named(const std::string& name, const Location& asked_at) {
  if (name.empty()) return Encoding::find_out;
  const std::string folded = fold(name);
  for (const char* word : {"utf 8", "utf8", "65001"})
    if (folded == word) return Encoding::utf8;
  for (const char* word : {"latin 1", "latin1", "iso 8859 1", "iso8859 1", "iso 8859 15", "windows 1252",
                           "cp1252", "ansi", "1252"})
    if (folded == word) return Encoding::latin1;
  const std::vector<std::string> known = {"UTF-8", "Latin-1"};
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

void refuse_binary(std::string_view bytes, const std::string& file) {
  if (bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF")
    throw data_error({file}, "the text is UTF-16", "save it as UTF-8");
  if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos)
    throw data_error({file, line_at(bytes, nul)}, "a zero byte: this is no text file");
}

}  // namespace

bool is_utf8(std::string_view text) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  constexpr std::size_t kWindow = 64;
  std::size_t at = 0;
  while (at < text.size()) {
    std::uint64_t word = 0;
    for (; at + sizeof word <= text.size(); at += sizeof word) {
      std::memcpy(&word, text.data() + at, sizeof word);
      if ((word & kHighBits) != 0) break;
    }
    // Letter by letter up to an ASCII byte, which no letter has inside it, then in words again.
    std::size_t end = std::min(at + kWindow, text.size());
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0x80U) != 0) ++end;
    if (!is_valid_utf8(text.substr(at, end - at))) return false;
    at = end;
  }
  return true;
}

std::string to_utf8(std::string bytes, const std::string& encoding, const std::string& file,
                    const Location& asked_at, Diagnostics& diagnostics) {
  const Encoding stated = encoding_named(encoding, asked_at);
  refuse_binary(bytes, file);
  if (bytes.compare(0, 3, "\xEF\xBB\xBF") == 0) bytes.erase(0, 3);
  if (stated == Encoding::latin1) return latin1_to_utf8(bytes);
  if (is_utf8(bytes)) return bytes;
  const int line = first_bad_line(bytes);
  if (stated == Encoding::utf8)
    throw data_error({file, line}, "this is not UTF-8 as stated", "state encoding: Latin-1, or leave it out");
  diagnostics.add(finding("read-as-latin1"), "the text is not UTF-8 and was read as Latin-1", {file, line});
  return latin1_to_utf8(bytes);
}

}  // namespace cartouche::source_internal
