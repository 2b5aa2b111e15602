#include "cartouche/base/number_format.h"

#include <array>
#include <charconv>
#include <cmath>

namespace cartouche {
namespace {

// The shortest decimal text without exponent that reads back as |value|; finite values only.
std::string plain_digits(double value) {
  // 309 digits before the point of the largest double, 326 + 17 behind that of the smallest.
  std::array<char, 400> buffer{};
  const auto end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(value), std::chars_format::fixed);
  return {buffer.data(), end.ptr};
}

struct Decimal {
  std::string whole;     // at least one digit
  std::string fraction;  // without the point
};

void increment(std::string& digits) {
  for (std::size_t i = digits.size(); i-- > 0;) {
    if (digits[i] != '9') {
      ++digits[i];
      return;
    }
    digits[i] = '0';
  }
  digits.insert(digits.begin(), '1');
}

// Rounds the decimal text, half away from zero, to exactly `decimals` digits behind the point.
Decimal rounded(double value, std::size_t decimals) {
  const std::string digits = plain_digits(value);
  const std::size_t point = digits.find('.');
  Decimal result{digits.substr(0, point), point == std::string::npos ? "" : digits.substr(point + 1)};
  const bool up = result.fraction.size() > decimals && result.fraction[decimals] >= '5';
  result.fraction.resize(decimals, '0');
  if (!up) return result;
  std::string all = result.whole + result.fraction;
  increment(all);
  result.whole = all.substr(0, all.size() - decimals);
  result.fraction = all.substr(all.size() - decimals);
  return result;
}

void trim_zeros(std::string& fraction) {
  const std::size_t last = fraction.find_last_not_of('0');
  fraction.resize(last == std::string::npos ? 0 : last + 1);
}

bool is_zero(const Decimal& decimal) {
  return (decimal.whole + decimal.fraction).find_first_not_of('0') == std::string::npos;
}

std::string grouped(const std::string& digits) {
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += kNarrowNoBreakSpace;
    text += digits[i];
  }
  return text;
}

}  // namespace

std::string format_french(double value, int decimals) {
  constexpr int kMostDecimals = 6;
  if (std::isnan(value)) return "n.d.";
  const std::string minus = value < 0 ? "\u2212" : "";
  if (std::isinf(value)) return minus + "∞";
  Decimal decimal = rounded(value, static_cast<std::size_t>(decimals < 0 ? kMostDecimals : decimals));
  if (decimals < 0) trim_zeros(decimal.fraction);
  std::string text = is_zero(decimal) ? "" : minus;
  text += grouped(decimal.whole);
  if (!decimal.fraction.empty()) text.append(",").append(decimal.fraction);
  return text;
}

std::string format_shortest(double value) {
  if (std::isnan(value)) return "nan";
  if (value == 0) return "0";
  const double magnitude = std::abs(value);
  if (magnitude >= 1e-6 && magnitude < 1e16) return (value < 0 ? "-" : "") + plain_digits(value);
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return {buffer.data(), end.ptr};
}

std::string format_fixed(double value, int decimals) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value < 0 ? "-inf" : "inf";
  Decimal decimal = rounded(value, static_cast<std::size_t>(decimals < 0 ? 0 : decimals));
  trim_zeros(decimal.fraction);
  std::string text = value < 0 && !is_zero(decimal) ? "-" : "";
  text += decimal.whole;
  if (!decimal.fraction.empty()) text.append(".").append(decimal.fraction);
  return text;
}

}  // namespace cartouche
