#pragma once
// The functions of the language: one table, told in functions.cpp.

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vector.h"

namespace cartouche::expression {

/// What an argument may be, and what it is made before the function sees it.
enum class Accepts {
  nothing,
  text,
  integer,
  real,    ///< an integer is made real
  number,  ///< integer or real, as it is
  boolean,
  any,     ///< as it is
  common,  ///< any type, but the same for all `common` arguments (integers become real beside reals)
};

enum class Gives { text, integer, real, boolean, type_of_first, common_type };

struct Function {
  std::string_view name;
  std::string_view usage;  ///< "substr(text, start[, count])"
  std::array<Accepts, 3> parameters;
  int least;  ///< number of arguments
  int most;   ///< kAnyNumber: the last parameter repeats
  Gives gives;
  /// May move its result out of an argument.
  Vector (*evaluate)(const Batch& batch, std::span<Vector> arguments);

  static constexpr int kAnyNumber = 1000;
  Accepts parameter(std::size_t index) const;
};

/// Null where there is none of that name.
const Function* find_function(std::string_view name);
std::vector<std::string> function_names();

/// By type and for all that the table names; implemented by the kind of thing they work on.
namespace text_functions {
Vector upper(const Batch&, std::span<Vector>);
Vector lower(const Batch&, std::span<Vector>);
Vector length(const Batch&, std::span<Vector>);
Vector trim(const Batch&, std::span<Vector>);
Vector lpad(const Batch&, std::span<Vector>);
Vector substr(const Batch&, std::span<Vector>);
Vector replace(const Batch&, std::span<Vector>);
Vector starts_with(const Batch&, std::span<Vector>);
Vector ends_with(const Batch&, std::span<Vector>);
Vector contains(const Batch&, std::span<Vector>);
Vector has(const Batch&, std::span<Vector>);
Vector split_part(const Batch&, std::span<Vector>);
Vector fold(const Batch&, std::span<Vector>);
Vector to_text(const Batch&, std::span<Vector>);
Vector to_number(const Batch&, std::span<Vector>);
Vector format(const Batch&, std::span<Vector>);
}  // namespace text_functions
namespace number_functions {
Vector round(const Batch&, std::span<Vector>);
Vector abs(const Batch&, std::span<Vector>);
Vector floor(const Batch&, std::span<Vector>);
Vector ceil(const Batch&, std::span<Vector>);
}  // namespace number_functions
namespace choice_functions {
Vector coalesce(const Batch&, std::span<Vector>);
Vector least(const Batch&, std::span<Vector>);
Vector greatest(const Batch&, std::span<Vector>);
Vector choose(const Batch&, std::span<Vector>);
}  // namespace choice_functions

/// a where `condition` is true, else b; all of one type.
Vector choose_between(const Batch& batch, const Vector& condition, const Vector& a, const Vector& b);
/// SQL's like: % is any run of characters, _ one character (a code point).
bool like(std::string_view text, std::string_view pattern);

}  // namespace cartouche::expression
