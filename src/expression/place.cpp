#include "place.h"

#include <algorithm>

#include "cartouche/base/words.h"

namespace cartouche::expression {
namespace {

constexpr std::size_t kShownBytes = 100;

bool continues_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// The line that holds the byte at `begin`, as positions in the text.
Range line_of(std::string_view text, std::size_t begin) {
  begin = std::min(begin, text.size());
  const std::size_t before = begin == 0 ? std::string_view::npos : text.rfind('\n', begin - 1);
  const std::size_t after = text.find('\n', begin);
  return {before == std::string_view::npos ? 0 : before + 1, std::min(after, text.size())};
}

// A message shows a long expression around the wrong word only.
std::string shortened(std::string_view text, Range word) {
  if (text.size() <= kShownBytes) return std::string(text);
  std::size_t begin = word.begin < kShownBytes / 2 ? 0 : word.begin - kShownBytes / 2;
  std::size_t end = std::min(text.size(), begin + kShownBytes);
  while (begin > 0 && continues_code_point(text[begin])) --begin;
  while (end < text.size() && continues_code_point(text[end])) ++end;
  std::string shown = begin > 0 ? "…" : "";
  shown += text.substr(begin, end - begin);
  if (end < text.size()) shown += "…";
  return shown;
}

std::string caret_excerpt(const std::string& text, Range word) {
  const Range line = line_of(text, word.begin);
  const std::size_t begin = std::clamp(word.begin, line.begin, line.end);
  const std::size_t end = std::clamp(word.end, begin, line.end);
  const std::string shown = text.substr(line.begin, line.end - line.begin);
  const std::size_t indent = utf8_length(std::string_view(text).substr(line.begin, begin - line.begin));
  const std::size_t width = utf8_length(std::string_view(text).substr(begin, end - begin));
  return "  " + shown + "\n  " + std::string(indent, ' ') + std::string(std::max<std::size_t>(1, width), '^');
}

}  // namespace

Location SourceText::at(std::size_t offset) const {
  Location place = where;
  if (place.column > 0 && text.find('\n') == std::string::npos) place.column += static_cast<int>(offset);
  return place;
}

Error SourceText::error(Range range, const std::string& message, const std::string& hint) const {
  return {ExitCode::usage, at(range.begin), message + " in «" + shortened(text, range) + "»", hint,
          caret_excerpt(text, range)};
}

}  // namespace cartouche::expression
