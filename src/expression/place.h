#pragma once
// Where in the user's text a word stands, and errors that point at it.

#include <cstddef>
#include <string>
#include <string_view>

#include "cartouche/base/error.h"

namespace cartouche::expression {

/// Bytes [begin, end) of an expression.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The text of an expression and where the value that holds it starts in the user's file.
struct SourceText {
  std::string text;
  Location where;

  /// Where a byte of the text stands: the column moves where the value stands on one line; a value of several
  /// lines is indented in a way that the text does not tell.
  Location at(std::size_t offset) const;
  /// A usage error at the range: "message in «expression»; hint", with a caret line as its excerpt.
  Error error(Range range, const std::string& message, const std::string& hint = "") const;
};

}  // namespace cartouche::expression
