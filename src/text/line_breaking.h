#pragma once
// Where a text may be broken, and where it is. Pure functions on measured words. Private to the module.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::text {

/// A piece of text that is never broken.
struct Word {
  std::string text;
  bool space_before = false;  ///< a space stands between it and the word before (else a hyphen ended that)
};

/// Cuts at runs of spaces (U+0020, tab) and after '-' and '–' inside a word, between two letters or digits;
/// never at U+00A0 or U+202F.
std::vector<Word> split_words(std::string_view paragraph);
/// Paragraphs between "\n"; a final "\n" ends the last one.
std::vector<std::string> split_paragraphs(std::string_view text);
/// Words [begin, end) put together again.
std::string joined(std::span<const Word> words, std::size_t begin, std::size_t end);

/// Measured words: width of each, and of the joint before each (a space, or nothing after a hyphen).
struct Measures {
  std::vector<double> words;
  std::vector<double> joints;

  double width(std::size_t begin, std::size_t end) const;
};

/// Index of the first word of each line: as many words a line as fit, at least one.
std::vector<std::size_t> break_greedy(const Measures& measures, double max_width);
/// At most `max_lines` lines: the least width of the widest line, then the fewest lines, then the least sum
/// of squared widths, then the earliest breaks.
std::vector<std::size_t> break_balanced(const Measures& measures, int max_lines);

}  // namespace cartouche::text
