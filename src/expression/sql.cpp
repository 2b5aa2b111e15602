#include "cartouche/expression/sql.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

#include "cartouche/base/number_format.h"
#include "program.h"

namespace cartouche {
namespace {

using expression::Node;
using expression::Op;
using expression::Program;
using Sql = std::optional<std::string>;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > 0; });
}

std::string doubled(const std::string& text, char quote) {
  std::string result(1, quote);
  for (const char c : text) result.append(c == quote ? 2 : 1, c);
  return result + quote;
}

/// Walks a program. A dialect of files is asked for as little as each driver surely does: texts are compared
/// with ASCII constants only, as texts of files may come in another encoding than they are read in.
class Translator {
 public:
  Translator(const Program& program, SqlDialect dialect, const SqlColumns& columns,
             const Parameters& parameters)
      : program_(program), dialect_(dialect), columns_(columns), parameters_(parameters) {}

  /// The same value in every row.
  Sql exact(int index) { return translate(index, false); }
  /// A condition true at least where that of the node is.
  Sql wider(int index) { return translate(index, true); }

  int root() const { return static_cast<int>(program_.nodes.size()) - 1; }
  /// The parts joined by `and`.
  std::vector<int> parts(int index) const {
    if (node(index).op != Op::logic_and) return {index};
    std::vector<int> all = parts(node(index).children[0]);
    const std::vector<int> more = parts(node(index).children[1]);
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }

 private:
  const Node& node(int index) const { return program_.nodes[static_cast<std::size_t>(index)]; }
  bool postgresql() const { return dialect_ == SqlDialect::postgresql; }
  bool is_text(int index) const { return node(index).type == Type::text; }

  Sql translate(int index, bool widen) {
    const Node& now = node(index);
    switch (now.op) {
      case Op::constant:
        return constant(now.type, now.value);
      case Op::parameter: {
        const auto found = parameters_.find(now.name);
        return found == parameters_.end() ? std::nullopt : constant(now.type, found->second);
      }
      case Op::column:
        return column(now);
      case Op::logic_and:
      case Op::logic_or:
        return joined(now, now.op == Op::logic_and ? " and " : " or ", widen);
      case Op::logic_not:
        return negated(now.children[0]);
      case Op::is_null:
        return surrounded("(", now.children[0], " is null)");
      case Op::equal:
      case Op::unequal:
      case Op::less:
      case Op::less_equal:
      case Op::greater:
      case Op::greater_equal:
        return comparison(now, widen);
      case Op::in_list:
        return in_list(now, widen);
      case Op::like:
        return like(now, widen);
      default:
        return postgresql() ? computed(now) : plain_number(now);
    }
  }

  // Files compare numbers of both types as they are.
  Sql plain_number(const Node& now) {
    if (now.op == Op::to_real) return exact(now.children[0]);
    const bool negative = now.op == Op::negate && node(now.children[0]).op == Op::constant;
    return negative ? surrounded("-", now.children[0], "") : std::nullopt;
  }

  Sql constant(Type type, const Value& value) const {
    if (std::holds_alternative<std::monostate>(value)) return postgresql() ? Sql("null") : std::nullopt;
    if (const auto* text = std::get_if<std::string>(&value)) return sql_literal(*text, dialect_);
    if (const auto* flag = std::get_if<bool>(&value)) {
      if (postgresql()) return *flag ? "true" : "false";
      return std::nullopt;
    }
    const auto* whole = std::get_if<std::int64_t>(&value);
    const double real = whole ? static_cast<double>(*whole) : std::get<double>(value);
    if (!std::isfinite(real)) return std::nullopt;
    const std::string digits =
        whole && type == Type::integer ? std::to_string(*whole) : format_shortest(real);
    if (!postgresql()) return digits;
    return "'" + digits + "'::" + (type == Type::integer ? "bigint" : "float8");
  }

  // Sums of narrow numbers are those of wide ones here; a NaN is a missing value.
  Sql column(const Node& now) const {
    if (now.type == Type::boolean && dialect_ == SqlDialect::ogr) return std::nullopt;
    Sql name = columns_(now.name);
    if (!name || !postgresql()) return name;
    if (now.type == Type::integer) return *name + "::bigint";
    if (now.type == Type::real) return "nullif(" + *name + "::float8, 'NaN')";
    return name;
  }

  Sql joined(const Node& now, const std::string& word, bool widen) {
    const Sql a = translate(now.children[0], widen), b = translate(now.children[1], widen);
    if (a && b) return "(" + *a + word + *b + ")";
    // Half of an `and` keeps more rows than the whole; half of an `or` would lose some.
    if (!widen || now.op == Op::logic_or) return std::nullopt;
    return a ? a : b;
  }

  Sql negated(int index) {
    if (node(index).op == Op::is_null) return surrounded("(", node(index).children[0], " is not null)");
    return postgresql() ? surrounded("(not ", index, ")") : std::nullopt;
  }

  Sql surrounded(const std::string& before, int index, const std::string& after) {
    const Sql inner = exact(index);
    return inner ? Sql(before + *inner + after) : std::nullopt;
  }

  // GDAL's own "=" takes no notice of letter case, which keeps more rows; its "<>" then loses some.
  bool can_compare_texts(const Node& now, bool widen) const {
    if (postgresql()) return true;
    const bool equality = now.op == Op::equal || now.op == Op::in_list;
    if (dialect_ == SqlDialect::ogr && !(equality && widen)) return false;
    return node(now.children[0]).op == Op::column &&
           std::all_of(now.children.begin() + 1, now.children.end(),
                       [&](int child) { return node(child).op != Op::column; });
  }

  Sql comparison(const Node& now, bool widen) {
    static constexpr std::string_view kSigns[] = {"=", "<>", "<", "<=", ">", ">="};
    if (is_text(now.children[0]) && !can_compare_texts(now, widen)) return std::nullopt;
    Sql a = exact(now.children[0]);
    const Sql b = exact(now.children[1]);
    if (!a || !b) return std::nullopt;
    const bool ordered = now.op != Op::equal && now.op != Op::unequal;
    if (postgresql() && ordered && is_text(now.children[0])) *a += R"( collate "C")";
    const auto sign = static_cast<std::size_t>(now.op) - static_cast<std::size_t>(Op::equal);
    return "(" + *a + " " + std::string(kSigns[sign]) + " " + *b + ")";
  }

  Sql in_list(const Node& now, bool widen) {
    if (is_text(now.children[0]) && !can_compare_texts(now, widen)) return std::nullopt;
    Sql list;
    for (std::size_t i = 1; i < now.children.size(); ++i) {
      const Sql item = exact(now.children[i]);
      if (!item) return std::nullopt;
      list = (list ? *list + ", " : "") + *item;
    }
    return list ? surrounded("(", now.children[0], " in (" + *list + "))") : std::nullopt;
  }

  // SQLite's takes no notice of letter case.
  Sql like(const Node& now, bool widen) {
    if (dialect_ == SqlDialect::ogr) return std::nullopt;
    const bool plain = node(now.children[0]).op == Op::column && node(now.children[1]).op == Op::constant;
    if (dialect_ == SqlDialect::sqlite && !(widen && plain)) return std::nullopt;
    const Sql a = exact(now.children[0]), pattern = exact(now.children[1]);
    if (!a || !pattern) return std::nullopt;
    return "(" + *a + " like " + *pattern + (postgresql() ? " escape '')" : ")");
  }

  // PostgreSQL only.
  Sql computed(const Node& now) {
    if (now.op == Op::call) return called(now);
    std::vector<std::string> args;
    for (const int child : now.children) {
      Sql one = exact(child);
      if (!one) return std::nullopt;
      args.push_back(std::move(*one));
    }
    const auto infix = [&](const char* sign) { return "(" + args[0] + sign + args[1] + ")"; };
    switch (now.op) {
      case Op::to_real:
        return "(" + args[0] + ")::float8";
      case Op::negate:
        return "(- " + args[0] + ")";
      case Op::add:
        return infix(" + ");
      case Op::subtract:
        return infix(" - ");
      case Op::multiply:
        return infix(" * ");
      case Op::divide:
        return "(" + args[0] + " / nullif(" + args[1] + ", 0))";
      case Op::modulo:
        if (now.type != Type::integer) return std::nullopt;
        return "(" + args[0] + " % nullif(" + args[1] + ", 0))";
      case Op::concat:
        return infix(" || ");
      case Op::choice:
        return choice(args);
      default:
        return std::nullopt;
    }
  }

  static std::string choice(const std::vector<std::string>& args) {
    std::string text = "(case";
    for (std::size_t i = 0; i + 1 < args.size(); i += 2) text += " when " + args[i] + " then " + args[i + 1];
    return text + " else " + args.back() + " end)";
  }

  Sql called(const Node& now) {
    std::string list;
    std::vector<std::string> args;
    for (const int child : now.children) {
      const Sql one = exact(child);
      if (!one) return std::nullopt;
      args.push_back(*one);
      list += (list.empty() ? "" : ", ") + *one;
    }
    const std::string_view name = now.function->name;
    const Type first = node(now.children[0]).type;
    if (name == "length") return "char_length(" + list + ")::bigint";
    if (name == "contains") return "(position(" + args[1] + " in " + args[0] + ") > 0)";
    if (name == "starts_with") return "starts_with(" + list + ")";
    if (name == "coalesce") return "coalesce(" + list + ")";
    if (name == "if") return "(case when " + args[0] + " then " + args[1] + " else " + args[2] + " end)";
    if (name == "to_text" && first == Type::integer) return "(" + list + ")::text";
    if (name == "to_text" && first == Type::text) return list;
    if (name == "abs" && first == Type::real) return "abs(" + list + ")";
    if (name == "floor" || name == "ceil")
      return first == Type::real ? std::string(name) + "(" + list + ")" : list;
    const bool extreme = name == "least" || name == "greatest" || name == "min" || name == "max";
    if (extreme && now.type != Type::text)
      return (name == "least" || name == "min" ? "least(" : "greatest(") + list + ")";
    return std::nullopt;
  }

  const Program& program_;
  SqlDialect dialect_;
  const SqlColumns& columns_;
  const Parameters& parameters_;
};

}  // namespace

std::optional<std::string> quoted_name(const std::string& column) {
  return doubled(column, '"');
}

std::optional<std::string> sql_literal(const std::string& text, SqlDialect dialect) {
  if (text.find('\0') != std::string::npos) return std::nullopt;
  if (dialect == SqlDialect::postgresql) return doubled(text, '\'');
  // GDAL reads a backslash before a quote as an escape.
  if (!is_ascii(text) || text.find('\\') != std::string::npos) return std::nullopt;
  return doubled(text, '\'');
}

std::optional<std::string> to_sql(const Expression& expression, SqlDialect dialect, const SqlColumns& columns,
                                  const Parameters& parameters) {
  Translator translator(expression.program(), dialect, columns, parameters);
  return translator.exact(translator.root());
}

std::string row_filter(const Expression& condition, SqlDialect dialect, const SqlColumns& columns,
                       const Parameters& parameters) {
  Translator translator(condition.program(), dialect, columns, parameters);
  std::string filter;
  for (const int part : translator.parts(translator.root()))
    if (const auto sql = translator.wider(part)) filter += (filter.empty() ? "" : " and ") + *sql;
  return filter;
}

namespace {

// Copies a node and those below it, children first; gives its new number.
int copy_below(const Program& program, int root, Program& part) {
  Node copy = program.nodes[static_cast<std::size_t>(root)];
  for (int& child : copy.children) child = copy_below(program, child, part);
  part.nodes.push_back(std::move(copy));
  return static_cast<int>(part.nodes.size()) - 1;
}

// The parts of a condition as programs of their own.
std::vector<Program> parts_of(const Program& program, int root) {
  const Node& node = program.nodes[static_cast<std::size_t>(root)];
  if (node.op != Op::logic_and) {
    Program part{program.source, {}};
    copy_below(program, root, part);
    return {part};
  }
  std::vector<Program> all = parts_of(program, node.children[0]);
  for (Program& part : parts_of(program, node.children[1])) all.push_back(std::move(part));
  return all;
}

bool reads_only(const Program& program, std::size_t root, const Table& table) {
  const Node& node = program.nodes[root];
  if (node.op == Op::column && table.find(node.name) == nullptr) return false;
  if (node.spatial) return false;
  return std::all_of(node.children.begin(), node.children.end(),
                     [&](int child) { return reads_only(program, static_cast<std::size_t>(child), table); });
}

}  // namespace

std::vector<GeometryArray::Index> select_early(const Expression& condition, const Table& table,
                                               const Parameters& parameters) {
  std::vector<GeometryArray::Index> rows(table.row_count());
  std::iota(rows.begin(), rows.end(), GeometryArray::Index{0});
  const Program& whole = condition.program();
  for (const Program& part : parts_of(whole, static_cast<int>(whole.nodes.size()) - 1)) {
    if (!reads_only(part, part.nodes.size() - 1, table)) continue;
    const auto kept = expression::select(part, table, parameters);
    std::vector<GeometryArray::Index> both;
    std::set_intersection(rows.begin(), rows.end(), kept.begin(), kept.end(), std::back_inserter(both));
    rows = std::move(both);
  }
  return rows;
}

std::vector<std::string> required_columns(const Expression& condition) {
  std::vector<std::string> names;
  const Program& whole = condition.program();
  for (const Program& part : parts_of(whole, static_cast<int>(whole.nodes.size()) - 1))
    if (part.nodes.back().op == Op::column) names.push_back(part.nodes.back().name);
  return names;
}

}  // namespace cartouche
