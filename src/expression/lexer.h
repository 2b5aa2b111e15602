#pragma once
// Words, numbers, texts and signs of an expression.

#include <string>
#include <vector>

#include "place.h"

namespace cartouche::expression {

enum class TokenKind {
  name,     ///< a column, parameter, function or table; parts joined by dots
  quoted,   ///< a name in double quotes
  keyword,  ///< reserved, in lower case
  text,     ///< a literal in single quotes, without them
  number,
  sign,  ///< an operator, parenthesis or comma
  end,
};

struct Token {
  TokenKind kind = TokenKind::end;
  std::string text;
  Range range;
};

/// The tokens, the last of kind `end`. Throws a usage error at an unknown sign or an open quote.
std::vector<Token> tokens_of(const SourceText& source);
/// "'word'", or "the end of the expression".
std::string shown(const Token& token);

}  // namespace cartouche::expression
