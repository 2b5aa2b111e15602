#pragma once
// An expression with names and types known: what is evaluated.

#include <memory>
#include <string>
#include <vector>

#include "cartouche/expression/expression.h"
#include "functions.h"
#include "spatial_functions.h"
#include "syntax.h"

namespace cartouche::expression {

enum class Op {
  constant,   ///< value
  column,     ///< name
  parameter,  ///< name
  to_real,
  negate,
  logic_not,
  logic_and,
  logic_or,
  equal,
  unequal,
  less,
  less_equal,
  greater,
  greater_equal,
  add,
  subtract,
  multiply,
  divide,
  modulo,
  concat,
  in_list,
  like,
  is_null,
  choice,
  call,
  spatial,  ///< spatial; its only child, where there is one, is the limit in metres
};

struct Node {
  Op op = Op::constant;
  Type type = Type::text;
  bool is_constant = true;  ///< reads no column
  Range range;
  std::vector<int> children;  ///< indices into Program::nodes, lower than the node's own
  Value value;
  std::string name;
  const Function* function = nullptr;
  std::shared_ptr<const SpatialAsk> spatial;
};

struct Program {
  SourceText source;
  std::vector<Node> nodes;  ///< the last is the root

  Type type() const { return nodes.back().type; }
  /// Of op `column` or `parameter`, in order of first use.
  std::vector<std::string> names(Op op) const;
};

/// Throws a usage error where a name is unknown or types do not fit.
Program compile(const SourceText& source, const Syntax& syntax, const Schema& schema);

/// One value a row.
Column evaluate(const Program& program, const Table& table, const Parameters& parameters);
/// Rows where a boolean program is true. Throws a usage error where it is not boolean.
std::vector<GeometryArray::Index> select(const Program& program, const Table& table,
                                         const Parameters& parameters);
/// For one row of `table`, or of no table where it is null.
Value evaluate_row(const Program& program, const Table* table, std::size_t row, const Parameters& parameters);

}  // namespace cartouche::expression

namespace cartouche {

struct Expression::Data {
  expression::Program program;
};

}  // namespace cartouche
