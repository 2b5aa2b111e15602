#include "column_builder.h"

#include <limits>
#include <utility>

#include "cartouche/base/words.h"
#include "text_encoding.h"

namespace cartouche::source_internal {

ColumnBuilder::ColumnBuilder(std::string name, Type type) : name_(std::move(name)), type_(type) {}

void ColumnBuilder::add_missing() {
  switch (type_) {
    case Type::text:
      texts_.emplace_back();
      break;
    case Type::integer:
      integers_.push_back(0);
      break;
    case Type::real:
      reals_.push_back(std::numeric_limits<double>::quiet_NaN());
      break;
    case Type::boolean:
      booleans_.push_back(0);
      break;
  }
  if (valid_.empty()) valid_.assign(count_, 1);
  valid_.push_back(0);
  ++count_;
}

void ColumnBuilder::add_integer(std::int64_t value) {
  if (type_ == Type::boolean) {
    booleans_.push_back(value != 0 ? 1 : 0);
  } else {
    integers_.push_back(value);
  }
  count_value();
}

void ColumnBuilder::add_text(std::string_view value) {
  const TextBytes bytes = bytes_of(value);
  has_utf8_ = has_utf8_ || bytes == TextBytes::utf8;
  if (bytes != TextBytes::other) {
    texts_.emplace_back(value);
  } else {
    texts_.push_back(latin1_to_utf8(value));
    if (first_recoded_.empty()) first_recoded_ = texts_.back();
    ++recoded_;
  }
  count_value();
}

Column ColumnBuilder::take() {
  count_ = 0;
  Column::Validity valid = std::exchange(valid_, {});
  switch (type_) {
    case Type::integer:
      return {name_, std::exchange(integers_, {}), std::move(valid)};
    case Type::real:
      return {name_, std::exchange(reals_, {}), std::move(valid)};
    case Type::boolean:
      return {name_, std::exchange(booleans_, {}), std::move(valid)};
    case Type::text:
      break;
  }
  return {name_, std::exchange(texts_, {}), std::move(valid)};
}

}  // namespace cartouche::source_internal
