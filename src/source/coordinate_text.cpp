#include "coordinate_text.h"

#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "cartouche/base/blanks.h"
#include "number_text.h"

namespace cartouche::source_internal {
namespace {

struct Sign {
  std::string_view text;
  int part;  // of an angle: 0 degrees, 1 minutes, 2 seconds
};

constexpr std::array<Sign, 10> kSigns = {{{"°", 0},
                                          {"º", 0},
                                          {"''", 2},
                                          {"\u2032\u2032", 2},
                                          {"\u2033", 2},
                                          {"\u201D", 2},
                                          {"\"", 2},
                                          {"\u2032", 1},
                                          {"\u2019", 1},
                                          {"'", 1}}};

// Takes a letter of the compass off one end; 0 where there is none, else -1 or 1.
int take_direction(std::string_view& text, bool at_end) {
  if (text.empty()) return 0;
  const char letter = at_end ? text.back() : text.front();
  const bool minus = letter == 'S' || letter == 'W' || letter == 'O';
  if (!minus && letter != 'N' && letter != 'E') return 0;
  text = without_blanks(at_end ? text.substr(0, text.size() - 1) : text.substr(1));
  return minus ? -1 : 1;
}

// Takes a minus sign off the beginning.
bool take_minus(std::string_view& text) {
  for (const std::string_view sign : {"-", "\u2212"}) {
    if (!text.starts_with(sign)) continue;
    text = without_blanks(text.substr(sign.size()));
    return true;
  }
  return false;
}

// A number without sign at the beginning.
std::optional<double> take_number(std::string_view& text) {
  std::string digits;
  for (const char c : text) {
    if (!((c >= '0' && c <= '9') || c == '.' || c == ',')) break;
    digits += c == ',' ? '.' : c;
  }
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  text = without_blanks(text.substr(digits.size()));
  return value;
}

// The part that the sign behind a number names; -1 where there is none.
int take_sign(std::string_view& text) {
  for (const Sign& sign : kSigns) {
    if (!text.starts_with(sign.text)) continue;
    text = without_blanks(text.substr(sign.text.size()));
    return sign.part;
  }
  return -1;
}

std::optional<double> parse_one(std::string_view text) {
  return parse_real(without_blanks(text), true);
}

std::string_view without_brackets(std::string_view text) {
  text = without_blanks(text);
  const bool round = text.starts_with('(') && text.ends_with(')');
  const bool square = text.starts_with('[') && text.ends_with(']');
  return round || square ? without_blanks(text.substr(1, text.size() - 2)) : text;
}

}  // namespace

std::optional<double> parse_degrees(std::string_view text) {
  text = without_blanks(text);
  int direction = take_direction(text, false);
  if (direction == 0) direction = take_direction(text, true);
  const bool minus = direction == 0 && take_minus(text);
  double value = 0, scale = 1;
  bool has_sign = false;
  int part = 0;
  for (; part < 3 && !text.empty(); ++part) {
    const auto number = take_number(text);
    if (!number || (part > 0 && *number >= 60)) return std::nullopt;
    const int sign = take_sign(text);
    if (sign >= 0 && sign != part) return std::nullopt;
    has_sign = has_sign || sign >= 0;
    value += *number / scale;
    scale *= 60;
  }
  if (part == 0 || !text.empty() || (!has_sign && direction == 0)) return std::nullopt;
  return minus || direction < 0 ? -value : value;
}

std::optional<Point> parse_pair(std::string_view text) {
  text = without_brackets(text);
  // What may stand between the two, the surest first: a decimal comma has no blank behind it.
  for (const std::string_view separator : {";", ", ", " ", "\t", ","})
    for (std::size_t at = text.find(separator); at != std::string_view::npos;
         at = text.find(separator, at + separator.size())) {
      const auto first = parse_one(text.substr(0, at));
      const auto second = parse_one(text.substr(at + separator.size()));
      if (first && second) return Point{*first, *second};
    }
  return std::nullopt;
}

}  // namespace cartouche::source_internal
