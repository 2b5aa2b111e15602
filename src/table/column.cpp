#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "cartouche/base/number_format.h"
#include "cartouche/table/table.h"

namespace cartouche {
namespace {

template <typename... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <typename... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

const std::string& missing_of(const Column::Texts&) {
  static const std::string empty;
  return empty;
}
std::int64_t missing_of(const Column::Integers&) {
  return 0;
}
double missing_of(const Column::Reals&) {
  return kNaN;
}
std::uint8_t missing_of(const Column::Booleans&) {
  return 0;
}

// Gives every missing value the content that equality and the loops over whole columns rely on.
template <typename Values>
void clear_missing(Values& values, Column::Validity& valid) {
  if (!valid.empty() && valid.size() != values.size())
    throw std::invalid_argument("column with " + std::to_string(values.size()) + " values and " +
                                std::to_string(valid.size()) + " marks of validity");
  for (std::size_t i = 0; i < valid.size(); ++i)
    if (!valid[i]) values[i] = missing_of(values);
}

void mark_nan(const Column::Reals& values, Column::Validity& valid) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!std::isnan(values[i])) continue;
    if (valid.empty()) valid.assign(values.size(), 1);
    valid[i] = 0;
  }
}

std::invalid_argument wrong_type(const Column& column) {
  return std::invalid_argument("value of another type for the " + std::string(type_name(column.type())) +
                               " column '" + column.name() + "'");
}

}  // namespace

const char* type_name(Type type) {
  switch (type) {
    case Type::text:
      return "text";
    case Type::integer:
      return "integer";
    case Type::real:
      return "real";
    case Type::boolean:
      return "boolean";
  }
  return "";
}

Column::Column(std::string name, Type type) : name_(std::move(name)) {
  if (type == Type::integer) values_ = Integers();
  if (type == Type::real) values_ = Reals();
  if (type == Type::boolean) values_ = Booleans();
}

Column::Column(std::string name, Texts values) : name_(std::move(name)), values_(std::move(values)) {}
Column::Column(std::string name, Integers values) : name_(std::move(name)), values_(std::move(values)) {}
Column::Column(std::string name, Reals values) : Column(std::move(name), std::move(values), Validity()) {}
Column::Column(std::string name, Booleans values) : name_(std::move(name)), values_(std::move(values)) {}

Column::Column(std::string name, Texts values, Validity valid)
    : name_(std::move(name)), valid_(std::move(valid)) {
  clear_missing(values, valid_);
  values_ = std::move(values);
}

Column::Column(std::string name, Integers values, Validity valid)
    : name_(std::move(name)), valid_(std::move(valid)) {
  clear_missing(values, valid_);
  values_ = std::move(values);
}

Column::Column(std::string name, Reals values, Validity valid)
    : name_(std::move(name)), valid_(std::move(valid)) {
  clear_missing(values, valid_);
  mark_nan(values, valid_);
  values_ = std::move(values);
}

Column::Column(std::string name, Booleans values, Validity valid)
    : name_(std::move(name)), valid_(std::move(valid)) {
  clear_missing(values, valid_);
  values_ = std::move(values);
}

Type Column::type() const {
  constexpr Type kTypes[] = {Type::text, Type::integer, Type::real, Type::boolean};
  return kTypes[values_.index()];
}

std::size_t Column::size() const {
  return std::visit([](const auto& values) { return values.size(); }, values_);
}

bool Column::has_missing() const {
  return std::find(valid_.begin(), valid_.end(), 0) != valid_.end();
}

double Column::number(std::size_t row) const {
  if (!is_valid(row)) return kNaN;
  return std::visit(Overloaded{[](const Texts&) { return kNaN; },
                               [row](const auto& values) { return static_cast<double>(values[row]); }},
                    values_);
}

Value Column::value(std::size_t row) const {
  if (!is_valid(row)) return {};
  return std::visit(Overloaded{[row](const Booleans& values) { return Value(values[row] != 0); },
                               [row](const auto& values) { return Value(values[row]); }},
                    values_);
}

std::string Column::text(std::size_t row) const {
  if (!is_valid(row)) return "";
  return std::visit(
      Overloaded{[row](const Texts& values) { return values[row]; },
                 [row](const Integers& values) { return std::to_string(values[row]); },
                 [row](const Reals& values) { return format_shortest(values[row]); },
                 [row](const Booleans& values) { return std::string(values[row] ? "true" : "false"); }},
      values_);
}

void Column::reserve(std::size_t rows) {
  std::visit([rows](auto& values) { values.reserve(rows); }, values_);
}

void Column::push_back(const Value& value) {
  const auto* real = std::get_if<double>(&value);
  if (value.index() == 0 || (real && std::isnan(*real))) {
    if (value.index() != 0 && type() != Type::real) throw wrong_type(*this);
    return push_missing();
  }
  std::visit(Overloaded{[&](Texts& values, const std::string& one) { values.push_back(one); },
                        [&](Integers& values, std::int64_t one) { values.push_back(one); },
                        [&](Reals& values, double one) { values.push_back(one); },
                        [&](Reals& values, std::int64_t one) { values.push_back(static_cast<double>(one)); },
                        [&](Booleans& values, bool one) { values.push_back(one ? 1 : 0); },
                        [&](auto&, const auto&) { throw wrong_type(*this); }},
             values_, value);
  if (!valid_.empty()) valid_.push_back(1);
}

void Column::push_missing() {
  if (valid_.empty()) valid_.assign(size(), 1);
  std::visit([](auto& values) { values.push_back(missing_of(values)); }, values_);
  valid_.push_back(0);
}

Column Column::take(std::span<const GeometryArray::Index> rows) const {
  const bool some_missing = !valid_.empty() || std::find(rows.begin(), rows.end(), kNoRow) != rows.end();
  Validity valid;
  if (some_missing) {
    valid.reserve(rows.size());
    for (const auto row : rows) valid.push_back(row != kNoRow && is_valid(row) ? 1 : 0);
  }
  return std::visit(
      [&](const auto& values) {
        std::decay_t<decltype(values)> taken;
        taken.reserve(rows.size());
        for (const auto row : rows) taken.push_back(row == kNoRow ? missing_of(values) : values[row]);
        return Column(name_, std::move(taken), std::move(valid));
      },
      values_);
}

bool Column::operator==(const Column& other) const {
  if (name_ != other.name_ || type() != other.type() || size() != other.size()) return false;
  for (std::size_t row = 0; row < size(); ++row)
    if (is_valid(row) != other.is_valid(row)) return false;
  if (type() != Type::real) return values_ == other.values_;
  for (std::size_t row = 0; row < size(); ++row)
    if (is_valid(row) && reals()[row] != other.reals()[row]) return false;
  return true;
}

}  // namespace cartouche
