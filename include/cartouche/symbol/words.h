#pragma once
// The words of a closed set: what stands in a style file, in an SVG and in the dump of a page is one table.

#include <array>
#include <string_view>

namespace cartouche::symbol {

template <class Value>
struct Word {
  std::string_view word;
  Value value;
};

/// The word of a value that stands in the table.
template <class Value, std::size_t Count>
constexpr std::string_view word_in(const std::array<Word<Value>, Count>& words, Value value) {
  for (const Word<Value>& one : words)
    if (one.value == value) return one.word;
  return {};
}

}  // namespace cartouche::symbol
