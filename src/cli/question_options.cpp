#include "question_options.h"

#include <cctype>
#include <filesystem>

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
  const std::string name = text.substr(0, equals);
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::isalnum(byte) != 0 || c == '_') continue;
    // A path, a connection or the words behind a source hold these; nothing else does that is no name.
    if (name.find_first_of("/\\.:?") != std::string::npos || std::filesystem::exists(text)) return {"", text};
    throw usage_error({}, "'" + name + "' cannot name a set of zones", "a name has letters, digits and '_'");
  }
  return {name, text.substr(equals + 1)};
}

}  // namespace cartouche::cli
