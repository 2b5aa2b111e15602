#include "program_builder.h"

#include <algorithm>

namespace cartouche::expression {

bool is_number(Type type) {
  return type == Type::integer || type == Type::real;
}

std::string a_type(Type type) {
  return (type == Type::integer ? "an " : "a ") + std::string(type_name(type));
}

bool ProgramBuilder::is_null(int node) const {
  return at(node).op == Op::constant && std::holds_alternative<std::monostate>(at(node).value);
}

std::string ProgramBuilder::word(Range range) const {
  return program_.source.text.substr(range.begin, range.end - range.begin);
}

std::string ProgramBuilder::described(int node) const {
  return "the " + std::string(type_name(type(node))) + " '" + word(node) + "'";
}

int ProgramBuilder::push(Op op, Type type, Range range, std::vector<int> children) {
  Node node;
  node.op = op;
  node.type = type;
  node.range = range;
  node.is_constant =
      std::all_of(children.begin(), children.end(), [this](int child) { return at(child).is_constant; });
  node.children = std::move(children);
  program_.nodes.push_back(std::move(node));
  return static_cast<int>(program_.nodes.size()) - 1;
}

bool ProgramBuilder::coerce(int& node, Type wanted) {
  if (type(node) == wanted) return true;
  Node& own = program_.nodes[static_cast<std::size_t>(node)];
  if (is_null(node)) {
    own.type = wanted;
    return true;
  }
  if (wanted != Type::real || own.type != Type::integer) return false;
  if (own.op == Op::constant) {
    own.value = static_cast<double>(std::get<std::int64_t>(own.value));
    own.type = Type::real;
  } else {
    node = push(Op::to_real, Type::real, own.range, {node});
  }
  return true;
}

bool ProgramBuilder::unify(std::optional<Type>& common, int node) const {
  if (is_null(node)) return true;
  const Type other = type(node);
  if (!common) {
    common = other;
  } else if (is_number(*common) && is_number(other)) {
    if (other == Type::real) common = other;
  } else if (*common != other) {
    return false;
  }
  return true;
}

Type ProgramBuilder::make_common(std::vector<int>& nodes, const std::string& where) {
  std::optional<Type> common;
  int first = -1;
  for (const int node : nodes) {
    if (!unify(common, node))
      throw error(
          at(node).range,
          "the values of " + where + " differ in type: " + described(first) + " and " + described(node),
          conversion_hint(first, node));
    if (first < 0 && common) first = node;
  }
  for (int& node : nodes) coerce(node, common.value_or(Type::text));
  return common.value_or(Type::text);
}

std::string ProgramBuilder::conversion_hint(int a, int b) const {
  const int number = is_number(type(a)) ? a : b;
  const int text = number == a ? b : a;
  if (!is_number(type(number)) || type(text) != Type::text) return "";
  const std::string to_number = "to_number(" + word(text) + ")";
  if (at(number).op == Op::constant) return "a code is a text: '" + word(number) + "'; or " + to_number;
  const std::string to_text = "to_text(" + word(number) + ")";
  if (at(text).op == Op::constant) return "write the number without quotes, or " + to_text;
  return to_text + " or " + to_number;
}

Program ProgramBuilder::finish(int root) {
  if (static_cast<std::size_t>(root) + 1 != program_.nodes.size()) program_.nodes.push_back(Node(at(root)));
  return std::move(program_);
}

}  // namespace cartouche::expression
