#pragma once
// What stands above the header of delimited text.

#include <string_view>

namespace cartouche::source_internal {

struct Preamble {
  std::size_t header = 0;  ///< where the header begins, in bytes
  char delimiter = 0;      ///< as a line "sep=;" of spreadsheets says; 0 = none does
};

/// Behind `skip` lines, and behind a line "sep=;".
Preamble preamble_of(std::string_view text, int skip);

/// How many lines more are to be skipped, where those at `header` look like titles: a later line holds names,
/// as many as the lines behind it hold values, and the first line another number of them, or mostly empty
/// ones. 0 where nothing looks so. `delimiter` is the stated one, or 0.
int suspected_titles(std::string_view text, std::size_t header, char delimiter);

/// The delimiter that the first line holds most of outside quotes; ',' where it holds none. Ties go to the
/// first of ; tab , |.
char find_delimiter(std::string_view text);

}  // namespace cartouche::source_internal
