#pragma once
// The small SQL-like language of `where`, derive, figures and text templates: parsed, checked against a
// schema before any row is read, evaluated over whole columns. Errors carry the place in the project file and
// a caret line under the wrong word.
//
//   Expression e = Expression::compile("emplois > 10 and nom like 'Saint-%'", where, schema);
//   Column c = e.evaluate(table, parameters);          // boolean column
//
// Missing values follow SQL's three-valued logic; `where` keeps rows that are true. Grammar:
// docs/expressions.md.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cartouche/expression/spatial.h"
#include "cartouche/table/table.h"

namespace cartouche {

namespace expression {
struct Program;
}

/// What stays the same while one table is evaluated: names with a prefix ("page.code", "param.seuil") and the
/// tables that spatial functions ask (null: none).
struct Parameters : std::map<std::string, Value> {
  using map::map;
  std::shared_ptr<const Places> places;
};

/// What an expression may refer to.
struct Schema {
  std::vector<std::pair<std::string, Type>> columns;
  std::map<std::string, Type> parameters;
  std::optional<GeometryKind> geometry{};  ///< of the rows
  std::shared_ptr<const Places> places{};
  static Schema of(const Table& table, const Parameters& parameters = {});
};

/// What is known of the names in reach before any table is read: enough to find a word that cannot be right.
struct Vocabulary {
  std::vector<std::string> names;   ///< parameters and figures: "param.seuil", "emplois", "emplois.value"
  std::vector<std::string> tables;  ///< that spatial functions and aggregates may name
  bool has_rows = false;            ///< another name may be a column
  bool has_page = false;  ///< another name that begins with "page." may be a column of the page's row
};

class Expression {
 public:
  /// Throws a usage error at `where` (column moved to the wrong word where it can) with the nearest valid
  /// word.
  static Expression compile(std::string_view text, const Location& where, const Schema& schema);

  Type type() const;
  const std::string& text() const;
  /// One value a row.
  Column evaluate(const Table& table, const Parameters& parameters = {}) const;
  /// Rows for which a boolean expression is true, ascending.
  std::vector<GeometryArray::Index> select(const Table& table, const Parameters& parameters = {}) const;
  /// Columns it reads (for reading no others, and for push-down).
  std::vector<std::string> columns() const;
  /// Throws what compile() would of syntax, functions and those names that can be known without a schema.
  static void check(std::string_view text, const Location& where, const Vocabulary& vocabulary);
  /// Names of columns and parameters in it, without compiling.
  static std::vector<std::string> names_of(std::string_view text, const Location& where);
  /// Names of the tables that its spatial functions ask, without compiling.
  static std::vector<std::string> tables_of(std::string_view text, const Location& where);
  /// For the other files of this module.
  const expression::Program& program() const;

 private:
  friend class Query;
  struct Data;
  std::shared_ptr<const Data> data_;
};

/// A figure's query: arithmetic over aggregates of tables.
///   count(projets where dans_ti)      sum(emplois from projets where reg = page.code)     count(distinct
///   id_ti from membres) mean, min, max, median; 100 * count(projets where dans_ti) / count(projets)
struct QueryResult {
  Value value;
  std::string table;                       ///< the table of the first aggregate
  std::vector<GeometryArray::Index> rows;  ///< rows it counted
};
/// One aggregate of a query, for those who compute it elsewhere.
struct QueryAggregate {
  enum class Kind { count, count_distinct, sum, mean, min, max, median, share };
  Kind kind = Kind::count;
  std::optional<Expression> argument;   ///< none: the rows themselves are counted
  std::optional<Expression> condition;  ///< none: all rows
};

class Query {
 public:
  using Tables = std::map<std::string, const Table*>;
  /// Where `rows` names a table, aggregates that name none are over its rows: sum(emplois), count,
  /// count(where dans_zrr).
  static Query compile(std::string_view text, const Location& where, const Tables& tables,
                       const Parameters& parameters, const std::string& rows = "");
  /// As Expression::check(); tables of aggregates are checked as well.
  static void check(std::string_view text, const Location& where, const Vocabulary& vocabulary,
                    const std::string& rows = "");
  /// Names of the tables it reads or asks, without compiling against them.
  static std::vector<std::string> tables_of(std::string_view text, const Location& where,
                                            const std::string& rows = "");
  QueryResult evaluate(const Tables& tables, const Parameters& parameters) const;
  /// Its aggregates, and its value from theirs, in the same order.
  std::vector<QueryAggregate> aggregates() const;
  Value combine(const std::vector<Value>& aggregates, const Parameters& parameters = {}) const;

 private:
  struct Data;
  std::shared_ptr<const Data> data_;
};

/// "{laureats} projets {page.locatif}, {emplois:0} emplois": text with expressions in braces; "{{" is a
/// brace. After a colon, a format: a number of decimals (French digits), or "code": digit by digit. Without
/// one, numbers print as format_french(value), those of columns named as codes or years digit by digit, text
/// as it is, missing as "".
class TextTemplate {
 public:
  static TextTemplate compile(std::string_view text, const Location& where, const Schema& schema);
  std::string render(const Table& table, std::size_t row, const Parameters& parameters) const;
  /// With no table: parameters only.
  std::string render(const Parameters& parameters) const;
  /// As Expression::check().
  static void check(std::string_view text, const Location& where, const Vocabulary& vocabulary);
  /// Names used in the braces (columns and parameters), in order.
  std::vector<std::string> names() const;
  /// Names in the braces of `text`, without a schema (used to find which figures a page needs).
  static std::vector<std::string> names_of(std::string_view text, const Location& where);
  /// Names of the tables that spatial functions in the braces ask.
  static std::vector<std::string> tables_of(std::string_view text, const Location& where);

 private:
  struct Data;
  std::shared_ptr<const Data> data_;
};

}  // namespace cartouche
