#pragma once
// Lengths on the page. One PostScript point is 1/72 inch, one inch is 25.4 mm (both exact by definition).

namespace cartouche {

/// A length on the page in points (1/72 inch).
struct Points {
  double value = 0;
  auto operator<=>(const Points&) const = default;
};

/// A length on the page in millimetres.
struct Millimetres {
  double value = 0;
  auto operator<=>(const Millimetres&) const = default;
};

inline constexpr double kPointsPerMillimetre = 72.0 / 25.4;

constexpr Points to_points(Millimetres length) {
  return {length.value * kPointsPerMillimetre};
}
constexpr Millimetres to_millimetres(Points length) {
  return {length.value / kPointsPerMillimetre};
}

}  // namespace cartouche
