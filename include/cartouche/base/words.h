#pragma once
// Words a user may have mistyped: folding of accents and case, edit distance, the nearest valid word.

#include <span>
#include <string>
#include <string_view>

namespace cartouche {

/// Lower case, without accents, ligatures opened (œ→oe), every run of other characters than letters and
/// digits made one space, trimmed: "L'Haÿ-les-Roses" → "l hay les roses". Input is UTF-8; an invalid byte
/// counts as a separator.
std::string fold(std::string_view utf8);

/// Edit distance with transpositions (optimal string alignment), over code points.
int edit_distance(std::string_view a, std::string_view b);

/// The candidate nearest to `word` after folding, or "" where none is near enough (a third of the longer
/// word's length, at least one). Ties go to the earlier candidate.
std::string nearest_word(std::string_view word, std::span<const std::string> candidates);

/// "did you mean 'x'?" or, where nothing is near, "expected one of: a, b, c".
std::string suggestion(std::string_view word, std::span<const std::string> candidates);

/// True where `text` is well-formed UTF-8.
bool is_valid_utf8(std::string_view text);
/// Number of code points of well-formed UTF-8.
std::size_t utf8_length(std::string_view text);
/// Latin-1 (ISO 8859-1, with the Windows-1252 additions) to UTF-8.
std::string latin1_to_utf8(std::string_view text);

}  // namespace cartouche
