#include "number_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

#include "cartouche/base/ascii_case.h"
#include "cartouche/base/blanks.h"
#include "coordinate_text.h"

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

constexpr std::string_view kMinus = "\u2212";

// Units that a value may carry; each text ends in at most one that counts, the longest.
constexpr std::array<std::string_view, 11> kUnits = {"%",  "\u2030", "k€", "M€", "Md€", "€",
                                                     "ha", "km²",    "m²", "km", "m"};

std::string_view without_unit(std::string_view text) {
  return without_blanks(text.substr(0, text.size() - unit_of(text).size()));
}

// Without blanks, unit and a leading '+', the minus sign made '-', a decimal comma made a point.
std::string compact(std::string_view text, bool comma) {
  text = without_unit(without_blanks(text));
  std::string digits;
  digits.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (const std::size_t blank = blank_length(text, i); blank > 0) {
      i += blank - 1;
    } else if (text.substr(i, kMinus.size()) == kMinus) {
      digits += '-';
      i += kMinus.size() - 1;
    } else {
      digits += comma && text[i] == ',' ? '.' : text[i];
    }
  }
  if (digits.size() > 1 && digits[0] == '+' && (is_digit(digits[1]) || digits[1] == '.')) digits.erase(0, 1);
  return digits;
}

// "1 234 567,5" → "1234567,5" where each space stands before three digits, the same one everywhere; "" else.
std::string without_groups(std::string_view text) {
  std::string digits;
  std::size_t at = text.starts_with('-') ? 1 : 0;
  digits.append(text.substr(0, at));
  const std::size_t first = count_digits(text, at);
  if (first == 0 || first > 3) return "";
  digits.append(text.substr(at, first));
  at += first;
  const std::string_view blank = text.substr(at, blank_length(text, at));
  while (!blank.empty() && text.substr(at, blank.size()) == blank) {
    if (count_digits(text, at + blank.size()) != 3) return "";
    digits.append(text.substr(at + blank.size(), 3));
    at += blank.size() + 3;
  }
  return digits.append(text.substr(at));
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

std::string_view unit_of(std::string_view text) {
  if (text.empty() || is_digit(text.back())) return "";
  std::string_view found;
  for (const std::string_view unit : kUnits)
    if (unit.size() > found.size() && text.ends_with(unit)) found = text.substr(text.size() - unit.size());
  const std::string_view before = without_blanks(text.substr(0, text.size() - found.size()));
  return !before.empty() && is_digit(before.back()) ? found : std::string_view();
}

WrittenNumber written_number(std::string_view text) {
  if (const NumberForm form = number_form(text); form != NumberForm::none) return {form, ""};
  const std::string_view trimmed = without_blanks(text);
  const bool minus = trimmed.starts_with(kMinus);
  const std::string_view unsigned_text = trimmed.substr(minus ? kMinus.size() : 0);
  if (unsigned_text.empty() || !(is_digit(unsigned_text[0]) || (!minus && unsigned_text[0] == '-')))
    return {};
  const std::string_view unit = unit_of(unsigned_text);
  std::string digits((minus ? "-" : "") + std::string(without_unit(unsigned_text)));
  NumberForm form = number_form(digits);
  if (form == NumberForm::none) form = number_form(without_groups(digits));
  return form == NumberForm::none ? WrittenNumber() : WrittenNumber{form, unit};
}

bool is_beyond_64_bits(std::string_view text) {
  const std::size_t start = text.starts_with('-') ? 1 : 0;
  const bool digits = start < text.size() && start + count_digits(text, start) == text.size();
  return digits && text[start] != '0' && !fits_integer(text);
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
  if (const auto value = read_whole<std::int64_t>(text)) return value;
  return read_whole<std::int64_t>(compact(text, false));
}

std::optional<double> parse_real(std::string_view text, bool comma) {
  auto value = read_whole<double>(text);
  if (!value) value = read_whole<double>(compact(text, comma));
  if (!value) value = parse_degrees(text);
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
