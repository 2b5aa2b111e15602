#pragma once
// The functions that ask where a row lies: one table, told in spatial_functions.cpp. Their first argument is
// the name of a table, not a value.

#include <string_view>

#include "cartouche/expression/expression.h"
#include "cartouche/expression/spatial.h"
#include "syntax.h"

namespace cartouche::expression {

struct SpatialFunction {
  enum class Gives { boolean, metres, column };
  std::string_view name;
  std::string_view usage;
  SpatialCall::Kind kind;
  Gives gives;
  bool needs_limit;  ///< a distance in metres
  bool takes_limit;

  bool takes_column() const { return gives == Gives::column; }
  /// Where the distance stands among the arguments.
  std::size_t limit_place() const { return takes_column() ? 2 : 1; }
};

/// Null where there is none of that name.
const SpatialFunction* find_spatial_function(std::string_view name);
std::vector<std::string> spatial_function_names();

/// Throws a usage error for a wrong number of arguments, or one that is not the name that it must be.
void check_spatial_arguments(const SourceText& source, const Syntax& call, const SpatialFunction& function);
/// Of a call where there are no rows that could lie anywhere.
Error no_place_to_ask(const SourceText& source, const Syntax& call);

/// A call with its table found and its types checked.
struct SpatialAsk {
  const SpatialFunction* function = nullptr;
  std::string table;
  std::string column;  ///< of the table; "" where the function gives none
  Type type = Type::boolean;
};
/// Throws a usage error for a wrong number of arguments, an unknown table or column, rows or zones that
/// cannot be asked.
SpatialAsk check_spatial_call(const SourceText& source, const Syntax& syntax, const SpatialFunction& function,
                              const Schema& schema);

/// One value a row of `rows`; missing for a row without a place. `metres` is the limit.
Column evaluate_spatial(const SpatialAsk& ask, double metres, const GeometryColumn& rows,
                        const Places& places);

}  // namespace cartouche::expression
