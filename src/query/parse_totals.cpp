#include <algorithm>
#include <cctype>

#include "totals.h"

namespace cartouche::query {
namespace {

bool is_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || std::isalnum(byte) != 0 || c == '_';
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// The place of the quote that closes the one at `at`; a doubled one opens the next piece at once.
std::size_t end_of_quote(std::string_view text, std::size_t at) {
  const std::size_t end = text.find(text[at], at + 1);
  return end == std::string_view::npos ? text.size() - 1 : end;
}

// Calls use(i, depth) for every sign outside of quotes; it says where to go on, or npos to stop.
template <class Use>
void scan(std::string_view text, const Use& use) {
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\'' || c == '"') {
      i = end_of_quote(text, i);
      continue;
    }
    if (c == ')') --depth;
    if (!use(i, depth)) return;
    if (c == '(') ++depth;
  }
}

// Where a word stands alone at depth 0; npos for nowhere.
std::size_t find_word(std::string_view text, std::string_view word) {
  std::size_t found = std::string_view::npos;
  scan(text, [&](std::size_t i, int depth) {
    const bool here = depth == 0 && text.substr(i).starts_with(word) && (i == 0 || !is_word(text[i - 1])) &&
                      (i + word.size() == text.size() || !is_word(text[i + word.size()]));
    if (here) found = i;
    return !here;
  });
  return found;
}

std::string name_of(std::string_view text) {
  std::string name;
  for (const char c : text) {
    if (is_word(c))
      name += c;
    else if (!name.empty() && name.back() != '_')
      name += '_';
  }
  while (!name.empty() && name.back() == '_') name.pop_back();
  return name;
}

// Where the byte of the joined text stands in the user's file.
Location place_of(const Question& question, std::size_t offset) {
  const auto& items = question.written.aggregates;
  const auto after = std::upper_bound(items.begin(), items.end(), offset,
                                      [](std::size_t at, const auto& item) { return at < item.first; });
  if (after == items.begin()) return {"--agg", 0, 0};
  const auto& [begin, where] = *std::prev(after);
  Location place = where;
  if (place.column > 0) place.column += static_cast<int>(offset - begin);
  return place;
}

Total parse_total(std::string_view item, const Location& where) {
  const std::size_t as = find_word(item, "as");
  const std::string_view text = trimmed(item.substr(0, as));
  const std::string name =
      as == std::string_view::npos ? name_of(text) : std::string(trimmed(item.substr(as + 2)));
  if (text.empty() || name.empty())
    throw usage_error(where, "'" + std::string(item) + "' is no total",
                      "write count, sum(column) or share(condition)");
  return {name, std::string(text), where};
}

}  // namespace

std::vector<Total> parse_totals(const Question& question) {
  const std::string text = question.aggregates.empty() ? "count" : question.aggregates;
  std::vector<Total> all;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    while (begin < end && text[begin] == ' ') ++begin;
    all.push_back(parse_total(std::string_view(text).substr(begin, end - begin), place_of(question, begin)));
    begin = end + 1;
  };
  scan(text, [&](std::size_t i, int depth) {
    if (text[i] == ',' && depth == 0) add(i);
    return true;
  });
  add(text.size());
  return all;
}

}  // namespace cartouche::query
