#include "functions.h"

namespace cartouche::expression {
namespace {

// Fills the result row by row from one of two vectors: pick(i) tells whether from the first.
template <typename Pick>
Vector merged(const Batch& batch, const Vector& a, const Vector& b, Pick pick) {
  return with_type(a.type(), [&](auto zero) {
    using T = decltype(zero);
    Vector result = Vector::of_size<T>(batch.size);
    const bool some_missing = !a.valid.empty() || !b.valid.empty();
    if (some_missing) result.valid = Buffer<Boolean>(batch.size);
    const T* from_a = a.data<T>();
    const T* from_b = b.data<T>();
    T* out = result.writable<T>();
    for (std::size_t i = 0; i < batch.size; ++i) {
      const bool first = pick(i);
      out[i] = first ? from_a[i] : from_b[i];
      if (some_missing) result.valid.writable()[i] = (first ? a : b).is_valid(i) ? 1 : 0;
    }
    return result;
  });
}

// As PostgreSQL has it: missing values are passed over.
template <typename Before>
Vector extreme(const Batch& batch, std::span<Vector> args, Before before) {
  Vector best = std::move(args[0]);
  for (std::size_t k = 1; k < args.size(); ++k) {
    const Vector& other = args[k];
    best = with_type(best.type(), [&](auto zero) {
      using T = decltype(zero);
      const T* a = best.data<T>();
      const T* b = other.data<T>();
      return merged(batch, best, other, [&](std::size_t i) {
        if (!other.is_valid(i)) return true;
        return best.is_valid(i) && !before(b[i], a[i]);
      });
    });
  }
  return best;
}

}  // namespace

Vector choose_between(const Batch& batch, const Vector& condition, const Vector& a, const Vector& b) {
  const Boolean* chosen = condition.data<Boolean>();
  return merged(batch, a, b, [&](std::size_t i) { return chosen[i] && condition.is_valid(i); });
}

namespace choice_functions {

Vector coalesce(const Batch& batch, std::span<Vector> args) {
  Vector result = std::move(args[0]);
  for (std::size_t k = 1; k < args.size() && !result.valid.empty(); ++k)
    result = merged(batch, result, args[k], [&](std::size_t i) { return result.is_valid(i); });
  return result;
}

Vector least(const Batch& batch, std::span<Vector> args) {
  return extreme(batch, args, [](const auto& a, const auto& b) { return a < b; });
}

Vector greatest(const Batch& batch, std::span<Vector> args) {
  return extreme(batch, args, [](const auto& a, const auto& b) { return b < a; });
}

Vector choose(const Batch& batch, std::span<Vector> args) {
  return choose_between(batch, args[0], args[1], args[2]);
}

}  // namespace choice_functions
}  // namespace cartouche::expression
