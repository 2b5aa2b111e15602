#pragma once
// Letters of ASCII in one case: for keywords, file endings and field names, which no language and no locale
// changes. Words for readers are folded by words.h or set in capitals by the text module.

#include <string>
#include <string_view>

namespace cartouche {

inline char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

inline std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = ascii_lower(c);
  return lower;
}

}  // namespace cartouche
