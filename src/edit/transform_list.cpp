#include "transform_list.h"

#include <charconv>
#include <cmath>
#include <optional>
#include <vector>

namespace cartouche::edit {
namespace {

bool is_separator(char c) {
  return c == ' ' || c == ',' || c == '\t' || c == '\n' || c == '\r';
}

std::vector<double> numbers(std::string_view text) {
  std::vector<double> all;
  const char* at = text.data();
  const char* end = at + text.size();
  while (at != end) {
    if (is_separator(*at) || *at == '+') {
      ++at;
      continue;
    }
    double value = 0;
    const auto read = std::from_chars(at, end, value);
    if (read.ec != std::errc()) break;
    all.push_back(value);
    at = read.ptr;
  }
  return all;
}

Affine rotation(double degrees) {
  const double angle = degrees * M_PI / 180;
  return {std::cos(angle), std::sin(angle), -std::sin(angle), std::cos(angle), 0, 0};
}

std::optional<Affine> function(std::string_view name, const std::vector<double>& v) {
  const std::size_t n = v.size();
  if (name == "matrix" && n == 6) return Affine{v[0], v[1], v[2], v[3], v[4], v[5]};
  if (name == "translate" && (n == 1 || n == 2)) return Affine::translation(v[0], n == 2 ? v[1] : 0);
  if (name == "scale" && (n == 1 || n == 2)) return Affine::scaling(v[0], n == 2 ? v[1] : v[0]);
  if (name == "rotate" && n == 1) return rotation(v[0]);
  if (name == "rotate" && n == 3)
    return Affine::translation(-v[1], -v[2]).then(rotation(v[0])).then(Affine::translation(v[1], v[2]));
  if (name == "skewX" && n == 1) return Affine{1, 0, std::tan(v[0] * M_PI / 180), 1, 0, 0};
  if (name == "skewY" && n == 1) return Affine{1, std::tan(v[0] * M_PI / 180), 0, 1, 0, 0};
  return std::nullopt;
}

}  // namespace

Affine read_transform(std::string_view text) {
  Affine all;
  while (!text.empty()) {
    while (!text.empty() && is_separator(text.front())) text.remove_prefix(1);
    const std::size_t open = text.find('('), close = text.find(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) break;
    std::string_view name = text.substr(0, open);
    while (!name.empty() && is_separator(name.back())) name.remove_suffix(1);
    const auto one = function(name, numbers(text.substr(open + 1, close - open - 1)));
    if (!one) return {};
    all = one->then(all);
    text.remove_prefix(close + 1);
  }
  return all;
}

double read_length(std::string_view text) {
  const std::vector<double> all = numbers(text);
  return all.empty() ? 0 : all.front();
}

}  // namespace cartouche::edit
