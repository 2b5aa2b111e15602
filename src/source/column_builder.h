#pragma once
// A column filled value by value from what OGR hands out.

#include <string>
#include <string_view>
#include <variant>

#include "cartouche/table/table.h"

namespace cartouche::source_internal {

class ColumnBuilder {
 public:
  ColumnBuilder(std::string name, Type type);

  Type type() const { return type_; }
  const std::string& name() const { return name_; }
  void add_missing();
  /// Only for the column's own type; booleans come as integers.
  void add_integer(std::int64_t value);
  void add_real(double value) {
    reals_.push_back(value);
    count_value();
  }
  /// Text that is not UTF-8 is taken as Latin-1 and counted.
  void add_text(std::string_view value);
  std::size_t recoded() const { return recoded_; }
  const std::string& first_recoded() const { return first_recoded_; }
  /// Whether a text was UTF-8 and no ASCII.
  bool has_utf8() const { return has_utf8_; }
  /// The values since the last time.
  Column take();

 private:
  void count_value() {
    if (!valid_.empty()) valid_.push_back(1);
    ++count_;
  }

  std::string name_;
  Type type_;
  Column::Texts texts_;
  Column::Integers integers_;
  Column::Reals reals_;
  Column::Booleans booleans_;
  Column::Validity valid_;  // empty until a value is missing
  std::size_t count_ = 0;
  std::size_t recoded_ = 0;
  std::string first_recoded_;
  bool has_utf8_ = false;
};

}  // namespace cartouche::source_internal
