#include <charconv>
#include <cmath>

#include "cartouche/base/number_format.h"
#include "functions.h"

namespace cartouche::expression::number_functions {
namespace {

template <typename F>
Vector of_reals(const Batch& batch, std::span<Vector> args, F f) {
  if (args[0].type() == Type::integer) return std::move(args[0]);
  return map<Real, Real>(batch, args, f);
}

// Half away from zero, of the shortest decimal text: 2.675 at two decimals is 2.68, as it prints.
double rounded(double value, std::int64_t decimals) {
  constexpr std::int64_t kDigits = 15;
  if (!std::isfinite(value) || decimals > kDigits) return value;
  const double scale = std::pow(10.0, static_cast<double>(std::abs(decimals)));
  if (decimals < 0) return std::round(value / scale) * scale;
  const double scaled = value * scale;
  // Where the scaled value is not near a half, scaling cannot have moved it to the other side.
  const double from_half = std::abs(std::abs(scaled - std::trunc(scaled)) - 0.5);
  if (from_half > 1e-3 && std::abs(scaled) < 1e12) return std::round(scaled) / scale;
  const std::string text = format_fixed(value, static_cast<int>(decimals));
  double result = value;
  std::from_chars(text.data(), text.data() + text.size(), result);
  return result;
}

std::int64_t rounded(std::int64_t value, std::int64_t decimals) {
  if (decimals >= 0) return value;
  if (decimals < -18) return 0;
  std::int64_t scale = 1;
  for (std::int64_t i = decimals; i < 0; ++i) scale *= 10;
  const std::int64_t rest = value % scale;
  std::int64_t base = value - rest;
  const std::int64_t twice = rest >= 0 ? rest - (scale - rest) : -rest - (scale + rest);
  std::int64_t up = 0;
  if (twice < 0 || __builtin_add_overflow(base, rest >= 0 ? scale : -scale, &up)) return base;
  return up;
}

}  // namespace

Vector round(const Batch& batch, std::span<Vector> args) {
  if (args.size() == 1) return of_reals(batch, args, [](double value) { return std::round(value); });
  if (args[0].type() == Type::integer)
    return map<Integer, Integer, Integer>(batch, args,
                                          [](Integer value, Integer d) { return rounded(value, d); });
  return map<Real, Real, Integer>(batch, args, [](Real value, Integer d) { return rounded(value, d); });
}

Vector abs(const Batch& batch, std::span<Vector> args) {
  if (args[0].type() == Type::real)
    return map<Real, Real>(batch, args, [](double value) { return std::fabs(value); });
  return map<Integer, Integer>(batch, args, [](Integer value) {
    // The least integer has no counterpart: it saturates.
    return value == std::numeric_limits<Integer>::min() ? std::numeric_limits<Integer>::max()
                                                        : (value < 0 ? -value : value);
  });
}

Vector floor(const Batch& batch, std::span<Vector> args) {
  return of_reals(batch, args, [](double value) { return std::floor(value); });
}

Vector ceil(const Batch& batch, std::span<Vector> args) {
  return of_reals(batch, args, [](double value) { return std::ceil(value); });
}

}  // namespace cartouche::expression::number_functions
