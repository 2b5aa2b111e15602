#include <algorithm>
#include <array>
#include <cctype>

#include "totals.h"

namespace cartouche::query {
namespace {

constexpr std::array<std::string_view, 7> kFunctions{"count", "sum", "mean", "median", "min", "max", "share"};
constexpr std::string_view kFrom = " from lignes";

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

std::size_t closing(std::string_view text, std::size_t open) {
  std::size_t found = std::string_view::npos;
  scan(text.substr(open), [&](std::size_t i, int depth) {
    if (text[open + i] != ')' || depth != 0) return true;
    found = open + i;
    return false;
  });
  if (found == std::string_view::npos)
    throw usage_error({}, "'" + std::string(text) + "': a bracket is not closed");
  return found;
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

std::string with_rows(std::string_view function, std::string_view inner) {
  const std::string name(function);
  inner = trimmed(inner);
  const std::size_t where = find_word(inner, "where");
  if (inner.empty() || where == 0)
    return name + "(lignes" + (inner.empty() ? "" : " " + std::string(inner)) + ")";
  if (where == std::string_view::npos) return name + "(" + std::string(inner) + std::string(kFrom) + ")";
  return name + "(" + std::string(trimmed(inner.substr(0, where))) + std::string(kFrom) + " " +
         std::string(inner.substr(where)) + ")";
}

// Gives each aggregate of an expression its rows: "sum(x)" → "sum(x from lignes)".
std::string as_query(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '\'' || text[i] == '"') {
      const std::size_t end = end_of_quote(text, i) + 1;
      result += text.substr(i, end - i);
      i = end;
    } else if (is_word(text[i])) {
      std::size_t end = i;
      while (end < text.size() && is_word(text[end])) ++end;
      const std::string_view word = text.substr(i, end - i);
      const bool is_aggregate = std::find(kFunctions.begin(), kFunctions.end(), word) != kFunctions.end();
      const bool is_call = end < text.size() && text[end] == '(';
      i = end;
      if (is_aggregate && is_call) {
        const std::size_t close = closing(text, end);
        result += with_rows(word, text.substr(end + 1, close - end - 1));
        i = close + 1;
      } else {
        result += word == "count" ? "count(lignes)" : std::string(word);
      }
    } else {
      result += text[i++];
    }
  }
  return result;
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

Total parse_total(std::string_view item, const Location& where) {
  const std::size_t as = find_word(item, "as");
  const std::string_view text = trimmed(item.substr(0, as));
  const std::string name =
      as == std::string_view::npos ? name_of(text) : std::string(trimmed(item.substr(as + 2)));
  if (text.empty() || name.empty())
    throw usage_error(where, "'" + std::string(item) + "' is no total",
                      "write count, sum(column) or share(condition)");
  return {name, as_query(text)};
}

}  // namespace

std::vector<Total> parse_totals(const std::string& aggregates, const Location& where) {
  std::vector<Total> all;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    all.push_back(parse_total(std::string_view(aggregates).substr(begin, end - begin), where));
    begin = end + 1;
  };
  scan(aggregates, [&](std::size_t i, int depth) {
    if (aggregates[i] == ',' && depth == 0) add(i);
    return true;
  });
  add(aggregates.size());
  return all;
}

}  // namespace cartouche::query
