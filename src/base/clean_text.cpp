#include "cartouche/base/clean_text.h"

#include <algorithm>
#include <array>
#include <optional>

#include "cartouche/base/ascii_case.h"
#include "cartouche/base/markup.h"
#include "cartouche/base/words.h"
#include "utf8.h"

namespace cartouche {
namespace {

bool is_control(char32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029;
}

// Valid UTF-8 whose only controls are line breaks: those it has, where they are to be kept; else one for
// every control, for on_one_line().
std::string printable(std::string_view text, bool keep_lines) {
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const char32_t code = utf8::next(text, i);
    constexpr char32_t kReplacement = 0xFFFD;
    if (code == utf8::kInvalid)
      utf8::append(clean, kReplacement);
    else if (is_control(code))
      clean += keep_lines && code != '\n' ? ' ' : '\n';
    else if (!is_direction_control(code))
      utf8::append(clean, code);
  }
  return clean;
}

// A run of blanks with a line break in it becomes one space, and nothing at either end.
std::string on_one_line(const std::string& text) {
  std::string line;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    bool breaks = false;
    while (end < text.size() && (text[end] == ' ' || text[end] == '\n')) breaks |= text[end++] == '\n';
    if (end == i) {
      line += text[i++];
      continue;
    }
    if (!breaks) line.append(text, i, end - i);
    if (breaks && !line.empty() && end < text.size()) line += ' ';
    i = end;
  }
  return line;
}

// The bytes of the first `count` characters of valid UTF-8.
std::size_t bytes_of(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  while (count-- > 0 && at < text.size()) utf8::next(text, at);
  return at;
}

// Words that are too long keep their ends.
std::string with_short_words(const std::string& line) {
  constexpr std::size_t kBegin = 120, kEnd = 40;
  if (line.size() <= kLongestWord) return line;
  std::string result;
  for (std::size_t i = 0; i < line.size();) {
    const std::size_t end = std::min(line.find(' ', i), line.size());
    const std::string_view word = std::string_view(line).substr(i, end - i);
    if (const std::size_t length = utf8_length(word); length > kLongestWord) {
      result.append(word.substr(0, bytes_of(word, kBegin)))
          .append("…")
          .append(word.substr(bytes_of(word, length - kEnd)));
    } else {
      result.append(word);
    }
    if (end < line.size()) result += ' ';
    i = end + 1;
  }
  return result;
}

// Ends of the names to which secrets are assigned.
constexpr std::array<std::string_view, 12> kSecretNames{"password", "passwd",    "passphrase", "pwd",
                                                        "secret",   "token",     "apikey",     "api_key",
                                                        "api-key",  "signature", "access_key", "credential"};

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::size_t behind_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

struct Span {
  std::size_t begin, end;
};

// A value in quotes, in which a backslash or a second quote keeps one, or up to a blank or a separator that
// is not behind a backslash.
Span value_at(std::string_view text, std::size_t at) {
  if (at < text.size() && (text[at] == '\'' || text[at] == '"')) {
    const char quote = text[at];
    std::size_t end = at + 1;
    for (; end < text.size(); ++end) {
      if (text[end] == '\\' && end + 1 < text.size()) {
        ++end;
      } else if (text[end] == quote) {
        if (end + 1 >= text.size() || text[end + 1] != quote) break;
        ++end;
      }
    }
    return {at, std::min(end + 1, text.size())};
  }
  std::size_t end = at;
  for (; end < text.size() && !is_blank(text[end]) &&
         std::string_view("&,;'\"").find(text[end]) == std::string_view::npos;
       ++end)
    if (text[end] == '\\' && end + 1 < text.size()) ++end;
  return {at, std::min(end, text.size())};
}

// The value of an assignment whose name ends in a word for a secret, and ends at `end`.
std::optional<Span> assigned(std::string_view text, std::size_t name_end) {
  std::size_t at = name_end;
  if (at < text.size() && (text[at] == '"' || text[at] == '\'')) ++at;  // "token": "…"
  at = behind_blanks(text, at);
  if (text.substr(at, 3) == "%3D" || text.substr(at, 3) == "%3d") return value_at(text, at + 3);
  if (at >= text.size() || (text[at] != '=' && text[at] != ':')) return std::nullopt;
  if (text.substr(at, 3) == "://") return std::nullopt;
  const bool colon = text[at] == ':';
  const bool in_quotes = name_end < text.size() && (text[name_end] == '"' || text[name_end] == '\'');
  // "no such token: x" is prose, and so is what stands behind most colons.
  if (colon && !in_quotes) return std::nullopt;
  return value_at(text, behind_blanks(text, at + 1));
}

bool names_secret(std::string_view name) {
  const std::string lower = ascii_lower(name);
  return std::any_of(kSecretNames.begin(), kSecretNames.end(),
                     [&](std::string_view one) { return lower.ends_with(one); });
}

// Of an address, up to the last '@' before its end: a password may hold one itself.
std::optional<Span> password_of_address(std::string_view text, std::size_t scheme) {
  const std::size_t begin = scheme + 3;
  std::size_t end = begin;
  while (end < text.size() && !is_blank(text[end]) && text[end] != '\'' && text[end] != '"') ++end;
  const std::string_view address = text.substr(begin, end - begin);
  const std::size_t colon = address.find(':');
  const std::size_t slash = address.find('/');
  std::size_t host = address.substr(0, slash).rfind('@');
  // A password with a slash in it: the '@' comes later, and the colon is none of a port.
  if (host == std::string_view::npos && colon < slash && slash < address.size()) {
    const std::string_view behind = address.substr(colon + 1, slash - colon - 1);
    const bool port = !behind.empty() && behind.find_first_not_of("0123456789") == std::string_view::npos;
    if (!port) host = address.rfind('@');
  }
  if (host == std::string_view::npos || colon >= host) return std::nullopt;
  return Span{begin + colon + 1, begin + host};
}

std::optional<Span> secret_at(std::string_view text, std::size_t i) {
  if (text.substr(i, 3) == "://") return password_of_address(text, i);
  if (!is_name(text[i]) || (i > 0 && is_name(text[i - 1]))) return std::nullopt;
  std::size_t end = i;
  while (end < text.size() && is_name(text[end])) ++end;
  const std::string_view name = text.substr(i, end - i);
  constexpr std::size_t kShortestToken = 8;
  if (ascii_lower(name) == "bearer" && end < text.size() && text[end] == ' ') {
    const Span token = value_at(text, end + 1);
    if (token.end - token.begin >= kShortestToken) return token;
  }
  return names_secret(name) ? assigned(text, end) : std::nullopt;
}

std::string hidden(std::string_view text, bool keep_width) {
  std::string result;
  std::size_t copied = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::optional<Span> secret = secret_at(text, i);
    // One quote alone closes what the address stands in.
    const bool none =
        !secret || secret->end <= secret->begin ||
        (secret->end - secret->begin == 1 && (text[secret->begin] == '\'' || text[secret->begin] == '"'));
    if (none) continue;
    result.append(text.substr(copied, secret->begin - copied));
    const std::size_t width =
        keep_width ? utf8_length(text.substr(secret->begin, secret->end - secret->begin)) : 1;
    for (std::size_t n = 0; n < width; ++n) result.append("…");
    copied = secret->end;
    i = secret->end - 1;
  }
  return result.append(text.substr(copied));
}

}  // namespace

std::string without_secrets(std::string_view text) {
  return hidden(text, false);
}

std::string clean_name(std::string_view text) {
  return on_one_line(without_secrets(printable(text, false)));
}

std::string clean_line(std::string_view text) {
  return with_short_words(clean_name(text));
}

std::string clean_excerpt(std::string_view text) {
  return hidden(printable(text, true), true);
}

}  // namespace cartouche
