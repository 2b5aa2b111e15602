#pragma once
// The operators of the language over a batch.

#include "program.h"
#include "vector.h"

namespace cartouche::expression {

/// equal … greater_equal of two vectors of one type.
Vector compare(Op op, const Batch& batch, std::span<const Vector> pair);
/// add … modulo of two integers or two reals; sets `overflow` where an integer result does not fit.
Vector arithmetic(Op op, const Batch& batch, std::span<const Vector> pair, bool& overflow);
Vector negate(const Batch& batch, std::span<const Vector> one, bool& overflow);
/// SQL's three-valued logic.
Vector logic_and(const Batch& batch, const Vector& a, const Vector& b);
Vector logic_or(const Batch& batch, const Vector& a, const Vector& b);
Vector logic_not(const Batch& batch, std::span<Vector> one);
Vector is_null(const Batch& batch, const Vector& a);
Vector concat(const Batch& batch, std::span<const Vector> pair);

}  // namespace cartouche::expression
