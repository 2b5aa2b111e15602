#include "transform.h"

#include <cmath>
#include <numbers>
#include <vector>

#include "number_scanner.h"

namespace cartouche::svg {
namespace {

double radians(double degrees) {
  return degrees * std::numbers::pi / 180;
}

std::optional<Affine> one_transform(std::string_view name, const std::vector<double>& n) {
  const auto turn = [](double degrees) {
    const double angle = radians(degrees);
    return Affine{std::cos(angle), std::sin(angle), -std::sin(angle), std::cos(angle), 0, 0};
  };
  const std::size_t count = n.size();
  if (name == "matrix" && count == 6) return Affine{n[0], n[1], n[2], n[3], n[4], n[5]};
  if (name == "translate" && (count == 1 || count == 2))
    return Affine::translation(n[0], count == 2 ? n[1] : 0);
  if (name == "scale" && (count == 1 || count == 2)) return Affine::scaling(n[0], count == 2 ? n[1] : n[0]);
  if (name == "rotate" && count == 1) return turn(n[0]);
  if (name == "rotate" && count == 3)
    return Affine::translation(-n[1], -n[2]).then(turn(n[0])).then(Affine::translation(n[1], n[2]));
  if (name == "skewX" && count == 1) return Affine{1, 0, std::tan(radians(n[0])), 1, 0, 0};
  if (name == "skewY" && count == 1) return Affine{1, std::tan(radians(n[0])), 0, 1, 0, 0};
  return std::nullopt;
}

}  // namespace

std::optional<Affine> parse_transform(std::string_view text) {
  Affine all;
  for (;;) {
    while (!text.empty() && is_separator(text.front())) text.remove_prefix(1);
    if (text.empty()) return all;
    const std::size_t open = text.find('('), close = text.find(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open)
      return std::nullopt;
    std::string_view name = text.substr(0, open);
    while (!name.empty() && is_separator(name.back())) name.remove_suffix(1);
    const auto one = one_transform(name, numbers_of(text.substr(open + 1, close - open - 1)));
    if (!one) return std::nullopt;
    all = one->then(all);
    text.remove_prefix(close + 1);
  }
}

}  // namespace cartouche::svg
