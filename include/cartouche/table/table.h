#pragma once
// Rows as columns: a schema, typed columns with missing values, at most one geometry column with its CRS, and
// the credits of what went in.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cartouche/base/credit.h"
#include "cartouche/base/error.h"
#include "cartouche/crs/crs.h"
#include "cartouche/geometry/geometry_array.h"

namespace cartouche {

enum class Type : std::uint8_t { text, integer, real, boolean };
/// "text", "integer", "real", "boolean".
const char* type_name(Type type);

/// One value; monostate = missing.
using Value = std::variant<std::monostate, std::string, std::int64_t, double, bool>;

/// A typed column. Missing values hold "" / 0 / NaN / false in the values, and 0 in validity(). A NaN in a
/// real column is a missing value, however it came in. Using the values of another type than type() throws
/// std::bad_variant_access: the schema is checked before any row is read.
class Column {
 public:
  using Texts = std::vector<std::string>;
  using Integers = std::vector<std::int64_t>;
  using Reals = std::vector<double>;
  using Booleans = std::vector<std::uint8_t>;
  /// 1 = present, 0 = missing; empty = all present.
  using Validity = std::vector<std::uint8_t>;

  Column(std::string name, Type type);
  Column(std::string name, Texts values);
  Column(std::string name, Integers values);
  Column(std::string name, Reals values);
  Column(std::string name, Booleans values);
  /// With missing values: `valid` is empty or has one entry a row.
  Column(std::string name, Texts values, Validity valid);
  Column(std::string name, Integers values, Validity valid);
  Column(std::string name, Reals values, Validity valid);
  Column(std::string name, Booleans values, Validity valid);

  const std::string& name() const { return name_; }
  void rename(std::string name) { name_ = std::move(name); }
  Type type() const;
  std::size_t size() const;

  bool is_valid(std::size_t row) const { return valid_.empty() || valid_[row] != 0; }
  bool has_missing() const;
  /// For loops over whole columns; may be empty (all present) or hold only ones.
  const Validity& validity() const { return valid_; }
  const Texts& texts() const { return std::get<Texts>(values_); }
  const Integers& integers() const { return std::get<Integers>(values_); }
  const Reals& reals() const { return std::get<Reals>(values_); }
  const Booleans& booleans() const { return std::get<Booleans>(values_); }
  /// The value as a number (integer, real, boolean), NaN where missing or text.
  double number(std::size_t row) const;
  Value value(std::size_t row) const;
  /// As text: codes as they are, numbers shortest, booleans "true"/"false", "" where missing.
  std::string text(std::size_t row) const;

  void reserve(std::size_t rows);
  /// Appends; the value must be missing or of the column's type (an integer is taken by a real column), else
  /// std::invalid_argument.
  void push_back(const Value& value);
  void push_missing();
  Column take(std::span<const GeometryArray::Index> rows) const;
  /// rows[i] == kNoRow gives a missing value.
  static constexpr GeometryArray::Index kNoRow = 0xFFFFFFFF;

  /// Same name, type and values; two missing values are equal.
  bool operator==(const Column& other) const;

 private:
  std::string name_;
  std::variant<Texts, Integers, Reals, Booleans> values_;
  Validity valid_;  // empty = all valid
};

struct GeometryColumn {
  GeometryArray shapes;
  Crs crs;
};

/// The columns all have row_count() rows, as has the geometry where there is one; names are unique.
class Table {
 public:
  Table() = default;
  explicit Table(std::string name) : name_(std::move(name)) {}

  const std::string& name() const { return name_; }
  void rename(std::string name) { name_ = std::move(name); }
  std::size_t row_count() const { return row_count_; }
  const std::vector<Column>& columns() const { return columns_; }
  const Column* find(std::string_view name) const;
  /// The column, or a usage error at `where` that names the nearest column.
  const Column& column(std::string_view name, const Location& where = {}) const;

  /// The first column (or geometry) sets the row count; others must agree, else std::invalid_argument. A
  /// column of the same name is replaced, in its place.
  void set_column(Column column);
  void drop_column(std::string_view name);
  const std::optional<GeometryColumn>& geometry() const { return geometry_; }
  void set_geometry(GeometryColumn geometry);
  void drop_geometry() { geometry_.reset(); }

  /// The column that names a row in reports and in the page's ids; "" = the row number, counting from 1.
  const std::string& id_column() const { return id_column_; }
  void set_id_column(std::string name) { id_column_ = std::move(name); }
  std::string row_id(std::size_t row) const;

  const std::vector<Credit>& credits() const { return credits_; }
  /// Adds those it does not have yet.
  void add_credits(const std::vector<Credit>& credits);

  /// The named rows in that order (kNoRow gives missing values), same schema, CRS, id column and credits.
  Table take(std::span<const GeometryArray::Index> rows) const;

 private:
  std::string name_;
  std::size_t row_count_ = 0;
  bool sized_ = false;
  std::vector<Column> columns_;
  std::optional<GeometryColumn> geometry_;
  std::string id_column_;
  std::vector<Credit> credits_;
};

}  // namespace cartouche
