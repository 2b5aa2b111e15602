#include "number_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

#include "cartouche/base/ascii_case.h"

namespace cartouche::source_internal {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::size_t count_digits(std::string_view text, std::size_t from) {
  std::size_t end = from;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - from;
}

// "e-7" at `from`; its length, or 0 where there is none.
std::size_t exponent_length(std::string_view text, std::size_t from) {
  if (from >= text.size() || (text[from] != 'e' && text[from] != 'E')) return 0;
  std::size_t digits = from + 1;
  if (digits < text.size() && (text[digits] == '-' || text[digits] == '+')) ++digits;
  const std::size_t count = count_digits(text, digits);
  return count == 0 ? 0 : digits + count - from;
}

bool fits_integer(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

// Without spaces (ordinary, no-break, narrow no-break) and a leading '+', a decimal comma made a point.
std::string without_spaces(std::string_view text, bool comma) {
  std::string compact;
  compact.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ' ') continue;
    if (text.substr(i, 2) == "\u00A0") {
      i += 1;
    } else if (text.substr(i, 3) == "\u202F") {
      i += 2;
    } else {
      compact += comma && text[i] == ',' ? '.' : text[i];
    }
  }
  if (compact.size() > 1 && compact[0] == '+' && (is_digit(compact[1]) || compact[1] == '.'))
    compact.erase(0, 1);
  return compact;
}

template <class Number>
std::optional<Number> read_whole(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

NumberForm number_form(std::string_view text) {
  const std::size_t start = !text.empty() && text[0] == '-' ? 1 : 0;
  const std::size_t whole = count_digits(text, start);
  if (whole == 0 || (whole > 1 && text[start] == '0')) return NumberForm::none;
  std::size_t end = start + whole;
  if (end == text.size()) {
    const bool minus_zero = start == 1 && text == "-0";
    return !minus_zero && fits_integer(text) ? NumberForm::integer : NumberForm::none;
  }
  NumberForm form = NumberForm::point;
  if (text[end] == '.' || text[end] == ',') {
    if (text[end] == ',') form = NumberForm::comma;
    const std::size_t decimals = count_digits(text, end + 1);
    if (decimals == 0) return NumberForm::none;
    end += 1 + decimals;
  }
  const std::size_t exponent = exponent_length(text, end);
  end += exponent;
  if (end != text.size()) return NumberForm::none;
  // Beyond what a real can hold it is no number, rather than a missing one.
  const bool may_overflow = exponent > 0 || whole > std::numeric_limits<double>::max_exponent10;
  return may_overflow && !parse_real(text, form == NumberForm::comma) ? NumberForm::none : form;
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
  if (const auto value = read_whole<std::int64_t>(text)) return value;
  return read_whole<std::int64_t>(without_spaces(text, false));
}

std::optional<double> parse_real(std::string_view text, bool comma) {
  auto value = read_whole<double>(text);
  if (!value) value = read_whole<double>(without_spaces(text, comma));
  return value && std::isfinite(*value) ? value : std::nullopt;
}

std::optional<bool> parse_boolean(std::string_view text) {
  constexpr std::array<std::string_view, 9> kTrue = {"true", "vrai", "oui", "yes", "1", "t", "v", "o", "y"};
  constexpr std::array<std::string_view, 6> kFalse = {"false", "faux", "non", "no", "0", "f"};
  const std::string lower = ascii_lower(text);
  if (std::find(kTrue.begin(), kTrue.end(), lower) != kTrue.end()) return true;
  if (lower == "n" || std::find(kFalse.begin(), kFalse.end(), lower) != kFalse.end()) return false;
  return std::nullopt;
}

std::string shortened(std::string_view value) {
  constexpr std::size_t kLongest = 60;
  if (value.size() <= kLongest) return "'" + std::string(value) + "'";
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0) == 0x80) --end;
  return "'" + std::string(value.substr(0, end)) + "…'";
}

}  // namespace cartouche::source_internal
