#include <algorithm>
#include <array>
#include <map>

#include "program_builder.h"
#include "words.h"

namespace cartouche::expression {
namespace {

using Kind = Syntax::Kind;

struct Operator {
  std::string_view sign;
  Op op;
};
constexpr std::array<Operator, 14> kOperators = {{{"or", Op::logic_or},
                                                  {"and", Op::logic_and},
                                                  {"=", Op::equal},
                                                  {"<>", Op::unequal},
                                                  {"<", Op::less},
                                                  {"<=", Op::less_equal},
                                                  {">", Op::greater},
                                                  {">=", Op::greater_equal},
                                                  {"+", Op::add},
                                                  {"-", Op::subtract},
                                                  {"*", Op::multiply},
                                                  {"/", Op::divide},
                                                  {"%", Op::modulo},
                                                  {"||", Op::concat}}};

Op op_of(std::string_view sign) {
  return std::find_if(kOperators.begin(), kOperators.end(),
                      [sign](const Operator& one) { return one.sign == sign; })
      ->op;
}

// Walks the syntax tree once; each function gives the index of the node it made.
class Compiler : private ProgramBuilder {
 public:
  Compiler(const SourceText& source, const Schema& schema) : ProgramBuilder(source), schema_(schema) {}

  Program run(const Syntax& syntax) { return finish(add(syntax)); }

 private:
  // A subtree that the parser shares (x between a and b reads x twice) is compiled each time: the cost is
  // that of one more pass over a batch.
  int add(const Syntax& syntax) {
    switch (syntax.kind) {
      case Kind::literal:
        return literal(syntax);
      case Kind::name:
        return name(syntax);
      case Kind::negate:
        return negate(syntax);
      case Kind::logic_not:
        return push(Op::logic_not, Type::boolean, syntax.range, {condition(*syntax.children[0], "'not'")});
      case Kind::binary:
        return binary(syntax);
      case Kind::in_list:
        return in_list(syntax);
      case Kind::like:
        return like(syntax);
      case Kind::is_null:
        return push(Op::is_null, Type::boolean, syntax.range, {add(*syntax.children[0])});
      case Kind::choice:
        return choice(syntax);
      case Kind::call:
        return call(syntax);
      case Kind::aggregate:
        break;
    }
    throw error(syntax.range, "an aggregate cannot stand here", "only a figure's query counts over tables");
  }

  int literal(const Syntax& syntax) {
    Type type = Type::text;
    if (std::holds_alternative<std::int64_t>(syntax.value)) type = Type::integer;
    if (std::holds_alternative<double>(syntax.value)) type = Type::real;
    if (std::holds_alternative<bool>(syntax.value)) type = Type::boolean;
    const int node = push(Op::constant, type, syntax.range, {});
    last().value = syntax.value;
    return node;
  }

  int name(const Syntax& syntax) {
    const auto column = std::find_if(schema_.columns.begin(), schema_.columns.end(),
                                     [&](const auto& one) { return one.first == syntax.text; });
    const auto parameter = schema_.parameters.find(syntax.text);
    if (column == schema_.columns.end() && parameter == schema_.parameters.end()) throw unknown_name(syntax);
    const bool is_column = column != schema_.columns.end();
    const int node = push(is_column ? Op::column : Op::parameter,
                          is_column ? column->second : parameter->second, syntax.range, {});
    last().name = syntax.text;
    last().is_constant = !is_column;
    return node;
  }

  Error unknown_name(const Syntax& syntax) const {
    std::vector<std::string> names;
    for (const auto& [column, type] : schema_.columns) names.push_back(column);
    for (const auto& [parameter, type] : schema_.parameters)
      if (parameter.find('\n') == std::string::npos) names.push_back(parameter);
    return expression::unknown_name(source(), syntax, names, !schema_.columns.empty());
  }

  int negate(const Syntax& syntax) {
    int a = number(*syntax.children[0], "'-'");
    return push(Op::negate, type(a), syntax.range, {a});
  }

  int number(const Syntax& syntax, const std::string& of) {
    int node = add(syntax);
    if (is_null(node)) coerce(node, Type::real);
    if (is_number(type(node))) return node;
    std::string hint;
    if (type(node) == Type::text) {
      hint = of == "'+'" ? "texts are joined by '||'; a number is made by to_number(" : "to_number(";
      hint += word(node) + ")";
    }
    throw error(at(node).range, of + " needs numbers but " + described(node) + " is none", hint);
  }

  int condition(const Syntax& syntax, const std::string& of) {
    int node = add(syntax);
    if (is_null(node)) coerce(node, Type::boolean);
    if (type(node) == Type::boolean) return node;
    throw error(at(node).range, of + " needs a condition but '" + word(node) + "' is " + a_type(type(node)),
                "compare it: " + word(node) + (is_number(type(node)) ? " > 0" : " is not null"));
  }

  int binary(const Syntax& syntax) {
    const Op op = op_of(syntax.text);
    const Syntax& left = *syntax.children[0];
    const Syntax& right = *syntax.children[1];
    const std::string of = "'" + syntax.text + "'";
    switch (op) {
      case Op::logic_and:
      case Op::logic_or: {
        const int a = condition(left, of);
        return push(op, Type::boolean, syntax.range, {a, condition(right, of)});
      }
      case Op::concat: {
        const int a = as_text(add(left));
        return push(op, Type::text, syntax.range, {a, as_text(add(right))});
      }
      case Op::add:
      case Op::subtract:
      case Op::multiply:
      case Op::divide:
      case Op::modulo:
        return arithmetic(op, syntax);
      default:
        return comparison(op, syntax);
    }
  }

  int as_text(int node) {
    if (type(node) == Type::text) return node;
    const int made = push(Op::call, Type::text, at(node).range, {node});
    last().function = find_function("to_text");
    return made;
  }

  // Division is always real: 7 / 2 is 3.5. The others keep integers.
  int arithmetic(Op op, const Syntax& syntax) {
    const std::string of = "'" + syntax.text + "'";
    int a = number(*syntax.children[0], of);
    int b = number(*syntax.children[1], of);
    Type type = Type::real;
    if (op != Op::divide && this->type(a) == Type::integer && this->type(b) == Type::integer)
      type = Type::integer;
    coerce(a, type);
    coerce(b, type);
    return push(op, type, syntax.range, {a, b});
  }

  void refuse_null(int node, const std::string& hint) const {
    if (is_null(node)) throw error(at(node).range, "a comparison with null is never true", hint);
  }

  int comparison(Op op, const Syntax& syntax) {
    int a = add(*syntax.children[0]);
    int b = add(*syntax.children[1]);
    refuse_null(a, "write '" + word(b) + " is null' or 'is not null'");
    refuse_null(b, "write '" + word(a) + " is null' or 'is not null'");
    std::optional<Type> common;
    if (!unify(common, a) || !unify(common, b))
      throw error(at(b).range, described(a) + " cannot be compared with " + described(b),
                  conversion_hint(a, b));
    if (*common == Type::boolean && op != Op::equal && op != Op::unequal)
      throw error(syntax.range, "booleans have no order", "'=' and '<>' compare them");
    coerce(a, *common);
    coerce(b, *common);
    return push(op, Type::boolean, syntax.range, {a, b});
  }

  int in_list(const Syntax& syntax) {
    std::vector<int> nodes;
    for (const SyntaxPtr& child : syntax.children) nodes.push_back(add(*child));
    for (const int node : nodes) refuse_null(node, "'is null' asks for missing values");
    make_common(nodes, "'in'");
    return push(Op::in_list, Type::boolean, syntax.range, std::move(nodes));
  }

  int like(const Syntax& syntax) {
    std::vector<int> nodes;
    for (const SyntaxPtr& child : syntax.children) {
      int node = add(*child);
      if (!coerce(node, Type::text))
        throw error(at(node).range, "'like' needs texts but '" + word(node) + "' is " + a_type(type(node)),
                    "to_text(" + word(node) + ")");
      nodes.push_back(node);
    }
    return push(Op::like, Type::boolean, syntax.range, std::move(nodes));
  }

  // Children: condition, value, …, last value (a null where there is no else).
  int choice(const Syntax& syntax) {
    std::vector<int> conditions;
    std::vector<int> values;
    const std::size_t count = syntax.children.size();
    for (std::size_t i = 0; i + 1 < count; i += 2) {
      conditions.push_back(condition(*syntax.children[i], "'when'"));
      values.push_back(add(*syntax.children[i + 1]));
    }
    values.push_back(count % 2 == 1 ? add(*syntax.children.back())
                                    : push(Op::constant, Type::text, syntax.range, {}));
    const Type type = make_common(values, "'case'");
    std::vector<int> children;
    for (std::size_t i = 0; i < conditions.size(); ++i) {
      children.push_back(conditions[i]);
      children.push_back(values[i]);
    }
    children.push_back(values.back());
    return push(Op::choice, type, syntax.range, std::move(children));
  }

  int call(const Syntax& syntax) {
    if (const SpatialFunction* spatial = find_spatial_function(syntax.text))
      return spatial_call(syntax, *spatial);
    const Function& function = called_function(source(), syntax, !schema_.columns.empty());
    std::vector<int> nodes;
    for (const SyntaxPtr& child : syntax.children) nodes.push_back(add(*child));
    const Type common = fit_arguments(function, nodes);
    const int node = push(Op::call, result_type(function, nodes, common), syntax.range, nodes);
    last().function = &function;
    return node;
  }

  int spatial_call(const Syntax& syntax, const SpatialFunction& function) {
    const auto ask =
        std::make_shared<const SpatialAsk>(check_spatial_call(source(), syntax, function, schema_));
    std::vector<int> limit;
    if (syntax.children.size() > function.limit_place()) {
      int metres = number(*syntax.children.back(), "'" + syntax.text + "'");
      if (!at(metres).is_constant)
        throw error(at(metres).range, "the distance is the same for all rows: a number or a parameter");
      coerce(metres, Type::real);
      limit.push_back(metres);
    }
    const int node = push(Op::spatial, ask->type, syntax.range, std::move(limit));
    last().spatial = ask;
    last().is_constant = false;
    return node;
  }

  // Checks and converts each argument; the common type of those that must share one.
  Type fit_arguments(const Function& function, std::vector<int>& nodes) {
    std::vector<int> common;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const Accepts accepts = function.parameter(i);
      if (accepts == Accepts::common) {
        common.push_back(nodes[i]);
      } else if (!fit(accepts, nodes[i])) {
        const bool is_text = type(nodes[i]) == Type::text;
        const std::string argument = word(nodes[i]);
        throw error(at(nodes[i]).range,
                    "'" + argument + "' is " + a_type(type(nodes[i])) + ", which " +
                        std::string(function.usage) + " does not take",
                    accepts == Accepts::text ? "to_text(" + argument + ")"
                                             : (is_text ? "to_number(" + argument + ")" : ""));
      }
    }
    if (common.empty()) return Type::text;
    const Type type = make_common(common, std::string(function.name) + "()");
    std::size_t next = 0;
    for (std::size_t i = 0; i < nodes.size(); ++i)
      if (function.parameter(i) == Accepts::common) nodes[i] = common[next++];
    return type;
  }

  bool fit(Accepts accepts, int& node) {
    switch (accepts) {
      case Accepts::text:
        return coerce(node, Type::text);
      case Accepts::integer:
        return coerce(node, Type::integer);
      case Accepts::real:
        return coerce(node, Type::real);
      case Accepts::boolean:
        return coerce(node, Type::boolean);
      case Accepts::number:
        if (is_null(node)) coerce(node, Type::real);
        return is_number(type(node));
      case Accepts::any:
      case Accepts::common:
      case Accepts::nothing:
        break;
    }
    return true;
  }

  Type result_type(const Function& function, const std::vector<int>& nodes, Type common) const {
    switch (function.gives) {
      case Gives::text:
        return Type::text;
      case Gives::integer:
        return Type::integer;
      case Gives::real:
        return Type::real;
      case Gives::boolean:
        return Type::boolean;
      case Gives::type_of_first:
        return type(nodes[0]);
      case Gives::common_type:
        break;
    }
    return common;
  }

  const Schema& schema_;
};

}  // namespace

Program compile(const SourceText& source, const Syntax& syntax, const Schema& schema) {
  return Compiler(source, schema).run(syntax);
}

std::vector<std::string> Program::names(Op op) const {
  std::vector<std::string> found;
  for (const Node& node : nodes)
    if (node.op == op && std::find(found.begin(), found.end(), node.name) == found.end())
      found.push_back(node.name);
  return found;
}

}  // namespace cartouche::expression
