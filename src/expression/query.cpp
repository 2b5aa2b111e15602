#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "accumulator.h"
#include "aggregate.h"
#include "cartouche/base/words.h"
#include "cartouche/expression/expression.h"
#include "cartouche/expression/running_query.h"
#include "program.h"
#include "words.h"

namespace cartouche {
namespace {

using expression::Aggregate;
using expression::Syntax;
using expression::SyntaxPtr;

// The outer expression reads the n-th aggregate as a parameter of this name, which no user can write.
std::string slot_name(std::size_t n) {
  return "\n" + std::to_string(n);
}

// The table of aggregates that name none; no user's table has such a name.
const std::string kRows = "\nrows";

class QueryCompiler {
 public:
  QueryCompiler(const expression::SourceText& source, const Query::Tables& tables,
                const Parameters& parameters)
      : source_(source), tables_(tables), parameters_(parameters), outer_(Schema::of(Table(), parameters)) {}

  expression::Program run(const Syntax& syntax) {
    const SyntaxPtr outer = with_slots(syntax);
    return expression::compile(source_, *outer, outer_);
  }
  std::vector<Aggregate> aggregates;

 private:
  // The tree with a name in the place of each aggregate.
  SyntaxPtr with_slots(const Syntax& syntax) {
    auto copy = std::make_shared<Syntax>(syntax);
    if (syntax.aggregate) {
      aggregates.push_back(
          expression::compile_aggregate(source_, syntax, table_of(*syntax.aggregate), parameters_));
      copy->kind = Syntax::Kind::name;
      copy->text = slot_name(aggregates.size() - 1);
      copy->aggregate = nullptr;
      outer_.parameters[copy->text] = aggregates.back().result_type();
    }
    for (SyntaxPtr& child : copy->children) child = with_slots(*child);
    return copy;
  }

  const Table& table_of(const expression::AggregateSyntax& aggregate) const {
    const auto found = tables_.find(aggregate.table);
    if (found != tables_.end()) return *found->second;
    std::vector<std::string> names;
    for (const auto& [name, table] : tables_) names.push_back(name);
    throw source_.error(aggregate.table_range, "no table '" + aggregate.table + "'",
                        suggestion(aggregate.table, names));
  }

  const expression::SourceText& source_;
  const Query::Tables& tables_;
  const Parameters& parameters_;
  Schema outer_;
};

}  // namespace

struct Query::Data {
  expression::Program outer;
  std::vector<Aggregate> aggregates;
};

Query Query::compile(std::string_view text, const Location& where, const Tables& tables,
                     const Parameters& parameters, const std::string& rows) {
  const expression::SourceText source{std::string(text), where};
  const SyntaxPtr syntax = expression::parse(source, expression::Dialect::query, rows);
  QueryCompiler compiler(source, tables, parameters);
  expression::Program outer = compiler.run(*syntax);
  Query query;
  query.data_ = std::make_shared<const Data>(Data{std::move(outer), std::move(compiler.aggregates)});
  return query;
}

void Query::check(std::string_view text, const Location& where, const Vocabulary& vocabulary,
                  const std::string& rows) {
  const expression::SourceText source{std::string(text), where};
  expression::check_words(source, *expression::parse(source, expression::Dialect::query, rows), vocabulary,
                          rows);
}

std::vector<std::string> Query::tables_of(std::string_view text, const Location& where,
                                          const std::string& rows) {
  const expression::SourceText source{std::string(text), where};
  return expression::tables_in(*expression::parse(source, expression::Dialect::query, rows));
}

QueryResult Query::evaluate(const Tables& tables, const Parameters& parameters) const {
  QueryResult result;
  Parameters outer = parameters;
  for (std::size_t i = 0; i < data_->aggregates.size(); ++i) {
    const Aggregate& aggregate = data_->aggregates[i];
    const auto table = tables.find(aggregate.table);
    if (table == tables.end()) throw usage_error({}, "no table '" + aggregate.table + "'");
    expression::AggregateResult one = aggregate.evaluate(*table->second, parameters);
    outer[slot_name(i)] = std::move(one.value);
    if (i > 0) continue;
    result.table = aggregate.table;
    result.rows = std::move(one.rows);
  }
  result.value = expression::evaluate_row(data_->outer, nullptr, 0, outer);
  return result;
}

std::vector<QueryAggregate> Query::aggregates() const {
  const auto part = [](const std::optional<expression::Program>& program) -> std::optional<Expression> {
    if (!program) return std::nullopt;
    Expression made;
    made.data_ = std::make_shared<const Expression::Data>(Expression::Data{*program});
    return made;
  };
  std::vector<QueryAggregate> all;
  for (const Aggregate& one : data_->aggregates)
    all.push_back({one.kind, part(one.argument), part(one.condition)});
  return all;
}

Value Query::combine(const std::vector<Value>& aggregates, const Parameters& parameters) const {
  Parameters outer = parameters;
  for (std::size_t i = 0; i < aggregates.size(); ++i) outer[slot_name(i)] = aggregates[i];
  return expression::evaluate_row(data_->outer, nullptr, 0, outer);
}

struct RunningQuery::Data {
  expression::Program outer;
  std::vector<Aggregate> aggregates;
  std::vector<expression::Accumulator> totals;  // one an aggregate
};

RunningQuery RunningQuery::compile(std::string_view text, const Location& where, const Table& plan,
                                   const Parameters& parameters) {
  const expression::SourceText source{std::string(text), where};
  const SyntaxPtr syntax = expression::parse(source, expression::Dialect::query, kRows);
  const Query::Tables tables{{kRows, &plan}};
  QueryCompiler compiler(source, tables, parameters);
  expression::Program outer = compiler.run(*syntax);
  RunningQuery query;
  query.data_ = std::make_shared<Data>(Data{std::move(outer), std::move(compiler.aggregates), {}});
  for (const Aggregate& one : query.data_->aggregates)
    query.data_->totals.emplace_back(one.kind, one.argument ? one.argument->type() : Type::integer);
  return query;
}

void RunningQuery::add(const Table& rows, std::span<const std::uint32_t> group_of, std::size_t groups,
                       const Parameters& parameters) {
  for (std::size_t i = 0; i < data_->aggregates.size(); ++i) {
    const Aggregate::Counted found = data_->aggregates[i].counted(rows, parameters);
    data_->totals[i].add(found.values ? &*found.values : nullptr, found.rows, group_of.data(), groups);
    if (data_->totals[i].overflowed()) throw data_->aggregates[i].overflow();
  }
}

Value RunningQuery::value(std::size_t group, const Parameters& parameters) const {
  Parameters outer = parameters;
  for (std::size_t i = 0; i < data_->totals.size(); ++i) outer[slot_name(i)] = data_->totals[i].value(group);
  return expression::evaluate_row(data_->outer, nullptr, 0, outer);
}

}  // namespace cartouche
