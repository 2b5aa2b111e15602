#pragma once
// What an expression says, before names and types are known.

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cartouche/table/table.h"
#include "place.h"

namespace cartouche::expression {

struct Syntax;
using SyntaxPtr = std::shared_ptr<const Syntax>;

/// An aggregate over the rows of a table: count(distinct x from t where c).
struct AggregateSyntax {
  std::string function;
  bool distinct = false;
  SyntaxPtr argument;  ///< null: count(t)
  std::string table;
  Range table_range;
  SyntaxPtr condition;  ///< null: all rows
};

/// One node. `text` holds a name, an operator, a function or the digits of a number, by kind.
struct Syntax {
  enum class Kind {
    literal,    ///< value
    name,       ///< a column or parameter
    negate,     ///< -a
    logic_not,  ///< not a
    binary,     ///< a text b: or and = <> < <= > >= || + - * / %
    in_list,    ///< children[0] in the others
    like,       ///< a like b
    is_null,
    choice,  ///< case: condition, value, …, and a last value where there is an else
    call,    ///< text(children)
    aggregate,
  };
  Kind kind = Kind::literal;
  Range range;
  std::string text;
  Value value;
  bool quoted = false;
  int depth = 0;
  std::vector<SyntaxPtr> children;
  std::shared_ptr<const AggregateSyntax> aggregate;
};

/// Names of the aggregates; min and max are functions of a row as well.
inline constexpr std::array<std::string_view, 7> kAggregates = {"count", "sum", "mean", "median",
                                                                "min",   "max", "share"};

/// Whether aggregates over tables may stand in the expression.
enum class Dialect { row, query };

/// Throws a usage error at the first word that does not fit. In a query, `rows` is the table of the
/// aggregates that name none; "": each names its own.
SyntaxPtr parse(const SourceText& source, Dialect dialect, const std::string& rows = "");

/// The names of columns and parameters, in order of first use; none of those inside aggregates.
std::vector<std::string> names_in(const Syntax& syntax);
/// The tables of aggregates and of spatial functions, in order of first use.
std::vector<std::string> tables_in(const Syntax& syntax);

}  // namespace cartouche::expression
