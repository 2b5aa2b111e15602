#include "cartouche/base/blanks.h"

#include <array>

namespace cartouche {
namespace {

constexpr std::array<std::string_view, 9> kBlanks = {" ",      "\t",     "\n",     "\r",    "\u00A0",
                                                     "\u202F", "\u2009", "\u200B", "\uFEFF"};

}  // namespace

std::size_t blank_length(std::string_view text, std::size_t at) {
  for (const std::string_view blank : kBlanks)
    if (text.substr(at, blank.size()) == blank) return blank.size();
  return 0;
}

std::string_view without_blanks(std::string_view text) {
  while (const std::size_t blank = blank_length(text, 0)) text.remove_prefix(blank);
  for (std::size_t i = 0; i < kBlanks.size(); ++i) {
    if (!text.ends_with(kBlanks[i])) continue;
    text.remove_suffix(kBlanks[i].size());
    i = std::size_t(-1);  // from the first again
  }
  return text;
}

}  // namespace cartouche
