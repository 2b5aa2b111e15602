#pragma once
// Bytes of a text file as UTF-8.

#include <string>

#include "cartouche/base/diagnostics.h"

namespace cartouche::source_internal {

/// True where `text` is well-formed UTF-8; quick on ASCII.
bool is_utf8(std::string_view text);

/// The text without byte order mark. `encoding` is "" (found out: UTF-8 where well-formed, else Latin-1 with
/// a note), "UTF-8" or "Latin-1" and its usual names. Throws a usage error at `asked_at` for another
/// encoding, a data error naming the line where the text is not UTF-8 as stated, or is UTF-16 or binary.
std::string to_utf8(std::string bytes, const std::string& encoding, const std::string& file,
                    const Location& asked_at, Diagnostics& diagnostics);

}  // namespace cartouche::source_internal
