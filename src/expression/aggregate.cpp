#include "aggregate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <unordered_set>

namespace cartouche::expression {
namespace {

using Rows = std::vector<GeometryArray::Index>;
using Kind = Aggregate::Kind;

struct KindName {
  std::string_view name;
  Kind kind;
};
constexpr std::array<KindName, 7> kKinds = {{{"count", Kind::count},
                                             {"sum", Kind::sum},
                                             {"mean", Kind::mean},
                                             {"min", Kind::min},
                                             {"max", Kind::max},
                                             {"median", Kind::median},
                                             {"share", Kind::share}}};

// Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54, 1974.
double compensated_sum(const std::vector<double>& values) {
  double sum = 0;
  double lost = 0;
  for (const double value : values) {
    const double next = sum + value;
    lost += std::abs(sum) >= std::abs(value) ? (sum - next) + value : (value - next) + sum;
    sum = next;
  }
  return std::isfinite(sum) ? sum + lost : sum;
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1) return *middle;
  return (*std::max_element(values.begin(), middle) + *middle) / 2;
}

std::vector<double> numbers(const Column& column, const Rows& rows) {
  std::vector<double> values;
  values.reserve(rows.size());
  for (const auto row : rows) values.push_back(column.number(row));
  return values;
}

template <typename Values>
std::size_t distinct_of(const Values& column, const Rows& rows) {
  using T = std::conditional_t<std::is_same_v<Values, Column::Texts>, Text, typename Values::value_type>;
  std::unordered_set<T> values;  // only its size is used: the order of a hash table is nobody's concern
  for (const auto row : rows) values.insert(column[row]);
  return values.size();
}

std::size_t distinct(const Column& column, const Rows& rows) {
  switch (column.type()) {
    case Type::text:
      return distinct_of(column.texts(), rows);
    case Type::integer:
      return distinct_of(column.integers(), rows);
    case Type::real:
      return distinct_of(column.reals(), rows);
    case Type::boolean:
      break;
  }
  return distinct_of(column.booleans(), rows);
}

Value extreme(const Column& column, const Rows& rows, bool greatest) {
  const auto best = [&](const auto& values) {
    const auto before = [&](auto a, auto b) { return values[a] < values[b]; };
    return greatest ? *std::max_element(rows.begin(), rows.end(), before)
                    : *std::min_element(rows.begin(), rows.end(), before);
  };
  switch (column.type()) {
    case Type::text:
      return column.value(best(column.texts()));
    case Type::integer:
      return column.value(best(column.integers()));
    default:
      return column.value(best(column.reals()));
  }
}

Rows all_rows(const Table& table) {
  Rows rows(table.row_count());
  std::iota(rows.begin(), rows.end(), GeometryArray::Index{0});
  return rows;
}

}  // namespace

Type Aggregate::result_type() const {
  switch (kind) {
    case Kind::count:
    case Kind::count_distinct:
      return Type::integer;
    case Kind::sum:
      return argument->type() == Type::real ? Type::real : Type::integer;
    case Kind::min:
    case Kind::max:
      return argument->type();
    case Kind::mean:
    case Kind::median:
    case Kind::share:
      break;
  }
  return Type::real;
}

namespace {

Value sum(const Aggregate& aggregate, const Column& column, const Rows& rows) {
  if (column.type() == Type::real) return compensated_sum(numbers(column, rows));
  std::int64_t total = 0;
  bool overflow = false;
  for (const auto row : rows) {
    const std::int64_t value =
        column.type() == Type::integer ? column.integers()[row] : column.booleans()[row];
    overflow |= __builtin_add_overflow(total, value, &total);
  }
  if (overflow)
    throw Error(ExitCode::data, aggregate.source.at(aggregate.range.begin),
                "the sum of «" + aggregate.source.text + "» does not fit into 64 bits",
                "sum reals, as in 1.0 * x");
  return total;
}

// `rows` all have a value.
Value over_values(const Aggregate& aggregate, const Column& column, const Rows& rows) {
  switch (aggregate.kind) {
    case Kind::count:
      return static_cast<std::int64_t>(rows.size());
    case Kind::count_distinct:
      return static_cast<std::int64_t>(distinct(column, rows));
    case Kind::sum:
      return sum(aggregate, column, rows);
    default:
      break;
  }
  if (rows.empty()) return {};
  switch (aggregate.kind) {
    case Kind::median:
      return median(numbers(column, rows));
    case Kind::min:
    case Kind::max:
      return extreme(column, rows, aggregate.kind == Kind::max);
    default:  // mean, and share: the mean of 0 and 1
      return compensated_sum(numbers(column, rows)) / static_cast<double>(rows.size());
  }
}

}  // namespace

AggregateResult Aggregate::evaluate(const Table& rows_of, const Parameters& parameters) const {
  AggregateResult result;
  result.rows = condition ? select(*condition, rows_of, parameters) : all_rows(rows_of);
  if (!argument) {
    result.value = static_cast<std::int64_t>(result.rows.size());
    return result;
  }
  const Column column = expression::evaluate(*argument, rows_of, parameters);
  std::erase_if(result.rows, [&](auto row) { return !column.is_valid(row); });
  result.value = over_values(*this, column, result.rows);
  if (kind == Kind::share) std::erase_if(result.rows, [&](auto row) { return column.booleans()[row] == 0; });
  return result;
}

Aggregate compile_aggregate(const SourceText& source, const Syntax& syntax, const Table& table,
                            const Parameters& parameters) {
  const AggregateSyntax& asked = *syntax.aggregate;
  Aggregate made;
  made.kind = std::find_if(kKinds.begin(), kKinds.end(), [&](const KindName& one) {
                return one.name == asked.function;
              })->kind;
  if (asked.distinct) made.kind = Kind::count_distinct;
  made.table = asked.table;
  made.source = source;
  made.range = syntax.range;
  const Schema schema = Schema::of(table, parameters);
  if (asked.argument) made.argument = compile(source, *asked.argument, schema);
  if (asked.condition) made.condition = compile(source, *asked.condition, schema);

  const auto refuse = [&](const SyntaxPtr& part, const std::string& wants, const Program& program) {
    const std::string word = source.text.substr(part->range.begin, part->range.end - part->range.begin);
    const bool text = program.type() == Type::text && wants == "numbers";
    return source.error(part->range, wants + " are needed but '" + word + "' is " + type_name(program.type()),
                        text ? "to_number(" + word + ")" : "");
  };
  if (made.condition && made.condition->type() != Type::boolean)
    throw refuse(asked.condition, "conditions", *made.condition);
  if (!made.argument) return made;
  const Type type = made.argument->type();
  const bool counts = made.kind == Kind::count || made.kind == Kind::count_distinct;
  if (made.kind == Kind::share && type != Type::boolean)
    throw refuse(asked.argument, "conditions", *made.argument);
  const bool takes_numbers = made.kind == Kind::sum || made.kind == Kind::mean || made.kind == Kind::median;
  if (takes_numbers && type == Type::text) throw refuse(asked.argument, "numbers", *made.argument);
  if (!counts && !takes_numbers && made.kind != Kind::share && type == Type::boolean)
    throw refuse(asked.argument, "numbers", *made.argument);
  return made;
}

}  // namespace cartouche::expression
