#include "orientation.h"

#include <array>
#include <cstddef>

namespace cartouche {

namespace {

/// A sum of doubles held exactly: components grow in magnitude and no two overlap (section 2.2 of the paper).
class Expansion {
 public:
  /// Grow-Expansion (figure 6 of the paper), leaving out zero components.
  void add(double term) {
    double carry = term;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < size_; ++i) {
      // Two-Sum: sum + error == carry + component exactly (Knuth).
      const double component = components_[i];
      const double sum = carry + component;
      const double part = sum - carry;
      const double error = (carry - (sum - part)) + (component - part);
      carry = sum;
      if (error != 0) components_[kept++] = error;
    }
    if (carry != 0) components_[kept++] = carry;
    size_ = kept;
  }

  void add_product(double factor, double other) {
    const double product = factor * other;
    add(std::fma(factor, other, -product));  // the rounding error of the product, itself a double
    add(product);
  }

  /// That of the largest component, which outweighs all others together.
  int sign() const {
    if (size_ == 0) return 0;
    return components_[size_ - 1] > 0 ? 1 : -1;
  }

 private:
  std::array<double, 12> components_{};
  std::size_t size_ = 0;
};

}  // namespace

int exact_orientation(Point a, Point b, Point c) {
  // (a - c) × (b - c), multiplied out, so that no difference is rounded.
  Expansion determinant;
  determinant.add_product(a.x, b.y);
  determinant.add_product(-a.y, b.x);
  determinant.add_product(b.x, c.y);
  determinant.add_product(-b.y, c.x);
  determinant.add_product(c.x, a.y);
  determinant.add_product(-c.y, a.x);
  return determinant.sign();
}

}  // namespace cartouche
