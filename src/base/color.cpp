#include "cartouche/base/color.h"

#include <algorithm>
#include <cmath>

namespace cartouche {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::uint8_t channel(int high, int low) {
  return static_cast<std::uint8_t>(high * 16 + low);
}

// Relative luminance, WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
double linear(std::uint8_t value) {
  const double c = value / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Color color) {
  return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
}

}  // namespace

Color parse_color(std::string_view text, const Location& where) {
  if (text == "none") return {0, 0, 0, 0};
  const auto refuse = [&] {
    return usage_error(where, "'" + std::string(text) + "' is not a colour",
                       "expected '#rrggbb', '#rgb', '#rrggbbaa' or 'none'");
  };
  if (text.empty() || text[0] != '#') throw refuse();
  const std::string_view digits = text.substr(1);
  int values[8] = {};
  if (digits.size() != 3 && digits.size() != 6 && digits.size() != 8) throw refuse();
  for (std::size_t i = 0; i < digits.size(); ++i) {
    values[i] = hex_digit(digits[i]);
    if (values[i] < 0) throw refuse();
  }
  if (digits.size() == 3)
    return {channel(values[0], values[0]), channel(values[1], values[1]), channel(values[2], values[2])};
  Color color{channel(values[0], values[1]), channel(values[2], values[3]), channel(values[4], values[5])};
  if (digits.size() == 8) color.a = channel(values[6], values[7]);
  return color;
}

std::string to_string(Color color) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string text = "#";
  const auto add = [&text](std::uint8_t value) {
    text += kDigits[value / 16];
    text += kDigits[value % 16];
  };
  add(color.r);
  add(color.g);
  add(color.b);
  if (color.a != 255) add(color.a);
  return text;
}

Color mix(Color a, Color b, double t) {
  const auto between = [t](std::uint8_t from, std::uint8_t to) {
    const double value = from + (to - from) * t;
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 255.0)));
  };
  return {between(a.r, b.r), between(a.g, b.g), between(a.b, b.b), between(a.a, b.a)};
}

double contrast_ratio(Color a, Color b) {
  const double first = luminance(a);
  const double second = luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

}  // namespace cartouche
