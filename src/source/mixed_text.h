#pragma once
// Text of two encodings at once: UTF-8 into which somebody pasted, or a program cut, bytes that are none.

#include <string>

#include "cartouche/base/diagnostics.h"

namespace cartouche::source_internal {

/// True where the bytes hold at least one letter or sign of Western texts in UTF-8 (U+00A0 to U+017F, U+2010
/// to U+20BF). Such bytes mean nothing in Latin-1: "Ã©", "â€™"; and what Latin-1 texts hold by chance,
/// as "É»", is of other scripts in UTF-8.
bool holds_utf8(std::string_view bytes);

/// The text with each byte that is no UTF-8 read as Windows-1252, or as U+FFFD where it is the beginning of a
/// sign that was cut. A problem (mixed-encoding) says how many, with line and column of the first and the
/// words that they are in.
std::string mended_utf8(std::string_view bytes, const std::string& file, Diagnostics& diagnostics);

}  // namespace cartouche::source_internal
