#pragma once
// Bytes of a text file as UTF-8.

#include <string>

#include "cartouche/base/diagnostics.h"

namespace cartouche::source_internal {

enum class TextBytes { ascii, utf8, other };
/// What the bytes are; quick on ASCII.
TextBytes bytes_of(std::string_view text);
/// True where `text` is well-formed UTF-8.
inline bool is_utf8(std::string_view text) {
  return bytes_of(text) != TextBytes::other;
}

/// The text without byte order mark. `encoding` is "" or the name of one: "UTF-8", "Latin-1", "UTF-16" or any
/// that iconv knows. Found out where it is "": UTF-16 by its mark or by its zero bytes; UTF-8 where
/// well-formed; UTF-8 with some bytes of Latin-1 where both are there, a problem that names the places (see
/// mixed_text.h); else Latin-1 with a note. Throws a usage error at `asked_at` for an unknown encoding, a
/// data error naming the line where the text is not what is stated, or is binary.
std::string to_utf8(std::string bytes, const std::string& encoding, const std::string& file,
                    const Location& asked_at, Diagnostics& diagnostics);

}  // namespace cartouche::source_internal
