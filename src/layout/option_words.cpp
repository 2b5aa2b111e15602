#include "option_words.h"

namespace cartouche::layout {

double valigned(const std::string& valign, double room) {
  if (valign == "middle") return room / 2;
  return valign == "bottom" ? room : 0;
}

std::string read_word_or(project::Reader& in, std::string_view key, const std::vector<std::string>& words,
                         const std::string& fallback) {
  const auto word = in.optional_text(key);
  if (!word) return fallback;
  project::require_one_of(*word, std::string(key), words);
  return word->value;
}

}  // namespace cartouche::layout
