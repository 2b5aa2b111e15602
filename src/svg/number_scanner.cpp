#include "number_scanner.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>

namespace cartouche::svg {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// User units in one of each.
constexpr std::array<std::pair<std::string_view, double>, 7> kUnits{
    {{"", 1}, {"px", 1}, {"pt", 96.0 / 72}, {"pc", 16}, {"mm", 96 / 25.4}, {"cm", 96 / 2.54}, {"in", 96}}};

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_separator(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

bool is_separator(char c) {
  return c == ' ' || c == ',' || c == '\t' || c == '\n' || c == '\r';
}

void NumberScanner::skip() {
  while (at_ < text_.size() && is_separator(text_[at_])) ++at_;
}

bool NumberScanner::at_end() {
  skip();
  return at_ >= text_.size();
}

std::optional<char> NumberScanner::letter() {
  if (at_end() || !is_letter(text_[at_])) return std::nullopt;
  return text_[at_++];
}

std::optional<double> NumberScanner::number() {
  if (at_end()) return std::nullopt;
  const std::size_t begin = at_ + (text_[at_] == '+' ? 1 : 0);
  if (begin > at_ && begin < text_.size() && text_[begin] == '-') return std::nullopt;
  double value = 0;
  const auto result = std::from_chars(text_.data() + begin, text_.data() + text_.size(), value);
  if (result.ec != std::errc() || !std::isfinite(value)) return std::nullopt;
  at_ = static_cast<std::size_t>(result.ptr - text_.data());
  return value;
}

std::optional<bool> NumberScanner::flag() {
  if (at_end() || (text_[at_] != '0' && text_[at_] != '1')) return std::nullopt;
  return text_[at_++] == '1';
}

std::vector<double> numbers_of(std::string_view list) {
  NumberScanner in(list);
  std::vector<double> numbers;
  while (!in.at_end()) {
    const auto number = in.number();
    if (!number) return {};
    numbers.push_back(*number);
  }
  return numbers;
}

std::optional<double> parse_length(std::string_view text) {
  NumberScanner in(text);
  const auto number = in.number();
  if (!number) return std::nullopt;
  const std::string_view unit = trimmed(in.rest());
  const auto known =
      std::find_if(kUnits.begin(), kUnits.end(), [&](const auto& each) { return each.first == unit; });
  if (known == kUnits.end()) return std::nullopt;
  return *number * known->second;
}

std::optional<double> parse_opacity(std::string_view text) {
  NumberScanner in(text);
  const auto number = in.number();
  if (!number) return std::nullopt;
  const std::string_view unit = trimmed(in.rest());
  if (unit == "%") return *number / 100;
  return unit.empty() ? number : std::nullopt;
}

}  // namespace cartouche::svg
