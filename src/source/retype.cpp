#include "retype.h"

#include <cmath>

#include "number_text.h"

namespace cartouche::source_internal {
namespace {

Value integer_of(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    const auto number = parse_integer(*text);
    return number ? Value(*number) : Value();
  }
  if (const auto* flag = std::get_if<bool>(&value)) return std::int64_t{*flag ? 1 : 0};
  constexpr double kExact = 9007199254740992.0;  // beyond 2^53 a double is no exact count
  const double real = std::get<double>(value);
  const bool whole = real == std::floor(real) && std::abs(real) <= kExact;
  return whole ? Value(static_cast<std::int64_t>(real)) : Value();
}

Value real_of(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    const auto number = parse_real(*text, true);
    return number ? Value(*number) : Value();
  }
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? 1.0 : 0.0;
  return static_cast<double>(std::get<std::int64_t>(value));
}

Value boolean_of(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    const auto flag = parse_boolean(*text);
    return flag ? Value(*flag) : Value();
  }
  const auto* whole = std::get_if<std::int64_t>(&value);
  const double number = whole ? static_cast<double>(*whole) : std::get<double>(value);
  return number == 0 || number == 1 ? Value(number == 1) : Value();
}

Value converted(const Column& column, std::size_t row, Type type) {
  switch (type) {
    case Type::integer:
      return integer_of(column.value(row));
    case Type::real:
      return real_of(column.value(row));
    case Type::boolean:
      return boolean_of(column.value(row));
    case Type::text:
      break;
  }
  return column.text(row);
}

}  // namespace

Column retyped(const Column& column, Type type, const std::string& file, std::size_t before) {
  if (column.type() == type) return column;
  Column out(column.name(), type);
  out.reserve(column.size());
  for (std::size_t row = 0; row < column.size(); ++row) {
    const bool empty = column.type() == Type::text && column.texts()[row].empty();
    if (!column.is_valid(row) || empty) {
      out.push_missing();
      continue;
    }
    const Value value = converted(column, row, type);
    if (std::holds_alternative<std::monostate>(value))
      throw data_error({file}, "row " + std::to_string(before + row + 1) + ": " +
                                   shortened(column.text(row)) + " in column '" + column.name() +
                                   "' does not fit the stated type " + type_name(type));
    out.push_back(value);
  }
  return out;
}

}  // namespace cartouche::source_internal
