#include "csv_preamble.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "cartouche/base/blanks.h"
#include "number_text.h"

namespace cartouche::source_internal {
namespace {

bool is_line_end(char c) {
  return c == '\n' || c == '\r';
}

// Where the line behind that at `at` begins.
std::size_t next_line(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_line_end(text[at])) ++at;
  if (text.substr(at, 2) == "\r\n") return at + 2;
  return std::min(at + 1, text.size());
}

std::string_view line_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && !is_line_end(text[end])) ++end;
  return text.substr(at, end - at);
}

// The line's fields; quotes are seen to, those doubled inside a value stay.
std::vector<std::string_view> fields_of(std::string_view line, char delimiter) {
  std::vector<std::string_view> fields;
  std::size_t begin = 0;
  bool quoted = false;
  for (std::size_t at = 0; at <= line.size(); ++at) {
    if (at < line.size() && line[at] == '"') quoted = !quoted;
    if (at < line.size() && (quoted || line[at] != delimiter)) continue;
    std::string_view field = without_blanks(line.substr(begin, at - begin));
    if (field.size() >= 2 && field.front() == '"' && field.back() == '"')
      field = field.substr(1, field.size() - 2);
    fields.push_back(field);
    begin = at + 1;
  }
  return fields;
}

std::size_t empty_ones(const std::vector<std::string_view>& fields) {
  return static_cast<std::size_t>(std::count(fields.begin(), fields.end(), std::string_view()));
}

// Names of columns: all there, all different, none a number.
bool are_names(std::vector<std::string_view> fields) {
  const bool numbers = std::any_of(fields.begin(), fields.end(), [](std::string_view field) {
    return field.empty() || written_number(field).form != NumberForm::none;
  });
  std::sort(fields.begin(), fields.end());
  return !numbers && std::adjacent_find(fields.begin(), fields.end()) == fields.end();
}

struct Line {
  int number;  // from the first, which is 0
  std::string_view text;
};

std::vector<Line> first_lines(std::string_view text, std::size_t header) {
  constexpr std::size_t kLookedAt = 24;
  std::vector<Line> lines;
  int number = 0;
  for (std::size_t at = header; at < text.size() && lines.size() < kLookedAt; at = next_line(text, at)) {
    if (!line_at(text, at).empty()) lines.push_back({number, line_at(text, at)});
    ++number;
  }
  return lines;
}

// Whether the line `at` holds names and those behind it, one at least, as many values.
bool is_header(const std::vector<Line>& lines, std::size_t at, char delimiter) {
  constexpr std::size_t kBehind = 5;
  const auto names = fields_of(lines[at].text, delimiter);
  if (names.size() < 2 || !are_names(names) || at + 1 >= lines.size()) return false;
  const std::size_t end = std::min(lines.size(), at + 1 + kBehind);
  for (std::size_t i = at + 1; i < end; ++i)
    if (fields_of(lines[i].text, delimiter).size() != names.size()) return false;
  return true;
}

}  // namespace

Preamble preamble_of(std::string_view text, int skip) {
  Preamble found;
  for (int i = 0; i < skip; ++i) found.header = next_line(text, found.header);
  std::string_view line = line_at(text, found.header);
  if (line.size() == 7 && line.front() == '"' && line.back() == '"') line = line.substr(1, 5);  // "sep=,"
  const std::string word(line.substr(0, 4));
  const bool says = word == "sep=" || word == "SEP=" || word == "Sep=";
  if (!says || line.size() > 5) return found;
  // "sep=" before a tab that an editor has taken away.
  found.delimiter = line.size() == 5 ? line[4] : '\t';
  found.header = next_line(text, found.header);
  return found;
}

int suspected_titles(std::string_view text, std::size_t header, char delimiter) {
  constexpr std::size_t kMostTitles = 15;
  const std::vector<Line> lines = first_lines(text, header);
  for (std::size_t i = 1; i < std::min(lines.size(), kMostTitles); ++i) {
    const char used = delimiter != 0 ? delimiter : find_delimiter(lines[i].text);
    if (!is_header(lines, i, used)) continue;
    const auto names = fields_of(lines[i].text, used), titles = fields_of(lines.front().text, used);
    const bool mostly_empty = empty_ones(titles) >= 2 && 2 * empty_ones(titles) >= titles.size();
    return titles.size() != names.size() || mostly_empty ? lines[i].number : 0;
  }
  return 0;
}

char find_delimiter(std::string_view text) {
  constexpr std::array<char, 4> kDelimiters = {';', '\t', ',', '|'};
  std::array<int, kDelimiters.size()> counts{};
  bool quoted = false;
  std::size_t begin = 0;
  while (begin < text.size() && is_line_end(text[begin])) ++begin;
  for (const char c : text.substr(begin)) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (is_line_end(c)) break;
    for (std::size_t i = 0; i < kDelimiters.size(); ++i) counts[i] += c == kDelimiters[i] ? 1 : 0;
  }
  std::size_t best = 2;
  for (std::size_t i = 0; i < kDelimiters.size(); ++i)
    if (counts[i] > counts[best] || (counts[i] == counts[best] && counts[i] > 0 && i < best)) best = i;
  return kDelimiters[best];
}

}  // namespace cartouche::source_internal
