#include "aggregate.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "accumulator.h"

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

Error Aggregate::overflow() const {
  return {ExitCode::data, source.at(range.begin),
          "the sum of «" + source.text + "» does not fit into 64 bits", "sum reals, as in 1.0 * x"};
}

Aggregate::Counted Aggregate::counted(const Table& rows_of, const Parameters& parameters) const {
  Counted counted{condition ? select(*condition, rows_of, parameters) : all_rows(rows_of), {}};
  if (!argument) return counted;
  counted.values = expression::evaluate(*argument, rows_of, parameters);
  std::erase_if(counted.rows, [&](auto row) { return !counted.values->is_valid(row); });
  return counted;
}

AggregateResult Aggregate::evaluate(const Table& rows_of, const Parameters& parameters) const {
  Counted found = counted(rows_of, parameters);
  Accumulator total(kind, argument ? argument->type() : Type::integer);
  total.add(found.values ? &*found.values : nullptr, found.rows, nullptr, 1);
  if (total.overflowed()) throw overflow();
  AggregateResult result{total.value(0), std::move(found.rows)};
  if (kind == Kind::share)
    std::erase_if(result.rows, [&](auto row) { return found.values->booleans()[row] == 0; });
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
