#include "question_options.h"

#include <cctype>

#include "source_spec.h"

namespace cartouche::cli {

std::vector<std::string> words_and(std::initializer_list<std::string> more) {
  std::vector<std::string> words(std::begin(kSourceWords), std::end(kSourceWords));
  words.insert(words.end(), more);
  return words;
}

std::pair<std::string, std::string> split_name(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0) return {"", text};
  for (const char c : text.substr(0, equals)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 && std::isalnum(byte) == 0 && c != '_') return {"", text};
  }
  return {text.substr(0, equals), text.substr(equals + 1)};
}

}  // namespace cartouche::cli
