#include "column_builder.h"

#include <limits>

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
  if (is_utf8(value)) {
    texts_.emplace_back(value);
  } else {
    texts_.push_back(latin1_to_utf8(value));
    ++recoded_;
  }
  count_value();
}

Column ColumnBuilder::take() {
  switch (type_) {
    case Type::integer:
      return {std::move(name_), std::move(integers_), std::move(valid_)};
    case Type::real:
      return {std::move(name_), std::move(reals_), std::move(valid_)};
    case Type::boolean:
      return {std::move(name_), std::move(booleans_), std::move(valid_)};
    case Type::text:
      break;
  }
  return {std::move(name_), std::move(texts_), std::move(valid_)};
}

}  // namespace cartouche::source_internal
