#include "operators.h"

#include <functional>
#include <limits>

namespace cartouche::expression {
namespace {

template <typename T>
Vector compare_typed(Op op, const Batch& batch, std::span<const Vector> pair) {
  const auto with = [&](auto test) { return map<Boolean, T, T>(batch, pair, test); };
  switch (op) {
    case Op::equal:
      return with([](const T& a, const T& b) { return a == b; });
    case Op::unequal:
      return with([](const T& a, const T& b) { return a != b; });
    case Op::less:
      return with([](const T& a, const T& b) { return a < b; });
    case Op::less_equal:
      return with([](const T& a, const T& b) { return a <= b; });
    case Op::greater:
      return with([](const T& a, const T& b) { return a > b; });
    default:
      return with([](const T& a, const T& b) { return a >= b; });
  }
}

// f(a, b, result) tells whether the result does not fit. The loop has no branch; only a batch in which some
// row overflows is looked at again, as that row may be a missing one.
template <typename F>
Vector checked(const Batch& batch, std::span<const Vector> pair, bool& overflow, F f) {
  bool any = false;
  Vector result = map<Integer, Integer, Integer>(batch, pair, [&](Integer a, Integer b) {
    Integer value = 0;
    any |= f(a, b, &value);
    return value;
  });
  if (!any) return result;
  for (std::size_t i = 0; i < batch.size; ++i) {
    Integer ignored = 0;
    if (result.is_valid(i) && f(pair[0].data<Integer>()[i], pair[1].data<Integer>()[i], &ignored))
      overflow = true;
  }
  return result;
}

Vector integers(Op op, const Batch& batch, std::span<const Vector> pair, bool& overflow) {
  switch (op) {
    case Op::add:
      return checked(batch, pair, overflow,
                     [](Integer a, Integer b, Integer* to) { return __builtin_add_overflow(a, b, to); });
    case Op::subtract:
      return checked(batch, pair, overflow,
                     [](Integer a, Integer b, Integer* to) { return __builtin_sub_overflow(a, b, to); });
    case Op::multiply:
      return checked(batch, pair, overflow,
                     [](Integer a, Integer b, Integer* to) { return __builtin_mul_overflow(a, b, to); });
    default:
      break;
  }
  // The remainder has the sign of the dividend; that of -1 is 0 also where the quotient would not fit.
  Vector result = map<Integer, Integer, Integer>(
      batch, pair, [](Integer a, Integer b) { return b == 0 || b == -1 ? Integer{0} : a % b; });
  const Integer* divisor = pair[1].data<Integer>();
  for (std::size_t i = 0; i < batch.size; ++i) {
    if (divisor[i] != 0) continue;
    if (result.valid.empty()) result.valid = Buffer<Boolean>(batch.size, 1);
    result.valid.writable()[i] = 0;
  }
  return result;
}

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

Vector reals(Op op, const Batch& batch, std::span<const Vector> pair) {
  const auto with = [&](auto f) { return map<Real, Real, Real>(batch, pair, f); };
  switch (op) {
    case Op::add:
      return with([](Real a, Real b) { return a + b; });
    case Op::subtract:
      return with([](Real a, Real b) { return a - b; });
    case Op::multiply:
      return with([](Real a, Real b) { return a * b; });
    case Op::divide:
      return with([](Real a, Real b) { return b == 0 ? kNaN : a / b; });
    default:
      return with([](Real a, Real b) { return b == 0 ? kNaN : std::fmod(a, b); });
  }
}

// Truth of a three-valued row: 1 where it is known to be `wanted`.
Boolean known(const Vector& vector, std::size_t i, bool wanted) {
  return vector.is_valid(i) && (vector.data<Boolean>()[i] != 0) == wanted ? 1 : 0;
}

// and: false as soon as one is false, true where both are true. or is the same with the values exchanged.
Vector logic(const Batch& batch, const Vector& a, const Vector& b, bool deciding) {
  Vector result = Vector::of_size<Boolean>(batch.size);
  Boolean* out = result.writable<Boolean>();
  const Boolean* x = a.data<Boolean>();
  const Boolean* y = b.data<Boolean>();
  if (a.valid.empty() && b.valid.empty()) {
    if (deciding) {
      for (std::size_t i = 0; i < batch.size; ++i) out[i] = x[i] | y[i];
    } else {
      for (std::size_t i = 0; i < batch.size; ++i) out[i] = x[i] & y[i];
    }
    return result;
  }
  result.valid = Buffer<Boolean>(batch.size);
  Boolean* valid = result.valid.writable();
  for (std::size_t i = 0; i < batch.size; ++i) {
    const Boolean decided = known(a, i, deciding) | known(b, i, deciding);
    const Boolean opposite = known(a, i, !deciding) & known(b, i, !deciding);
    out[i] = deciding ? decided : opposite;
    valid[i] = decided | opposite;
  }
  return result;
}

}  // namespace

Vector compare(Op op, const Batch& batch, std::span<const Vector> pair) {
  return with_type(pair[0].type(), [&](auto zero) { return compare_typed<decltype(zero)>(op, batch, pair); });
}

Vector arithmetic(Op op, const Batch& batch, std::span<const Vector> pair, bool& overflow) {
  if (pair[0].type() == Type::integer) return integers(op, batch, pair, overflow);
  Vector result = reals(op, batch, pair);
  mark_nan(batch, result);
  return result;
}

Vector negate(const Batch& batch, std::span<const Vector> one, bool& overflow) {
  if (one[0].type() == Type::real) return map<Real, Real>(batch, one, [](Real a) { return -a; });
  return map<Integer, Integer>(batch, one, [&](Integer a) {
    Integer value = 0;
    overflow |= __builtin_sub_overflow(Integer{0}, a, &value);
    return value;
  });
}

Vector logic_and(const Batch& batch, const Vector& a, const Vector& b) {
  return logic(batch, a, b, false);
}

Vector logic_or(const Batch& batch, const Vector& a, const Vector& b) {
  return logic(batch, a, b, true);
}

Vector logic_not(const Batch& batch, std::span<Vector> one) {
  return map<Boolean, Boolean>(batch, one, [](Boolean a) { return a ? 0 : 1; });
}

Vector is_null(const Batch& batch, const Vector& a) {
  Vector result = Vector::of_size<Boolean>(batch.size);
  if (a.valid.empty()) return result;
  Boolean* out = result.writable<Boolean>();
  for (std::size_t i = 0; i < batch.size; ++i) out[i] = a.valid.data()[i] ? 0 : 1;
  return result;
}

Vector concat(const Batch& batch, std::span<const Vector> pair) {
  return map<Text, Text, Text>(batch, pair, [&](Text a, Text b) {
    if (b.empty()) return a;
    if (a.empty()) return b;
    char* place = batch.arena->allocate(a.size() + b.size());
    std::memcpy(place, a.data(), a.size());
    std::memcpy(place + a.size(), b.data(), b.size());
    return Text(place, a.size() + b.size());
  });
}

}  // namespace cartouche::expression
