#pragma once
// The named colour schemes, as data. Private to this module.

#include <span>
#include <string_view>

namespace cartouche::classify_internal {

enum class Kind { sequential, diverging, qualitative };

/// Rows of "rrggbb rrggbb …", one for each number of classes, ascending by one; a qualitative scheme has one.
struct Scheme {
  std::string_view name;
  Kind kind;
  std::span<const std::string_view> rows;
  int safe = 0;  ///< up to how many classes are told apart with a common colour vision deficiency
};

std::span<const Scheme> sequential_schemes();
std::span<const Scheme> diverging_schemes();
std::span<const Scheme> qualitative_schemes();
std::span<const Scheme> continuous_schemes();

}  // namespace cartouche::classify_internal
