#pragma once
// Adds typed nodes to a program: types brought together, and errors that name what does not fit.

#include <optional>
#include <string>
#include <vector>

#include "program.h"

namespace cartouche::expression {

bool is_number(Type type);
/// "an integer", "a text"
std::string a_type(Type type);

class ProgramBuilder {
 public:
  explicit ProgramBuilder(const SourceText& source) { program_.source = source; }

  const Node& at(int node) const { return program_.nodes[static_cast<std::size_t>(node)]; }
  Type type(int node) const { return at(node).type; }
  bool is_null(int node) const;
  const SourceText& source() const { return program_.source; }
  /// The user's words.
  std::string word(Range range) const;
  std::string word(int node) const { return word(at(node).range); }
  /// "the text 'nom'": how an error names an operand.
  std::string described(int node) const;
  Error error(Range range, const std::string& message, const std::string& hint = "") const {
    return program_.source.error(range, message, hint);
  }

  /// The index of a new node; it is constant where all its children are.
  int push(Op op, Type type, Range range, std::vector<int> children);
  /// The node just pushed.
  Node& last() { return program_.nodes.back(); }

  /// Makes the node's type `wanted` where that is no loss (a null to anything, an integer to real); false
  /// where it is another type.
  bool coerce(int& node, Type wanted);
  /// Widens `common` to hold the node's type as well; false where nothing holds both. A null fits any type.
  bool unify(std::optional<Type>& common, int node) const;
  /// Makes all of one type, which is given back. `where` names what asks for it in the error.
  Type make_common(std::vector<int>& nodes, const std::string& where);
  /// How a text and a number can be brought together.
  std::string conversion_hint(int a, int b) const;

  /// The program whose root is the node.
  Program finish(int root);

 private:
  Program program_;
};

}  // namespace cartouche::expression
