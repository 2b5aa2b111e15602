#include "cartouche/expression/expression.h"

#include "program.h"
#include "words.h"

namespace cartouche {

namespace {

Type type_of(const Value& value) {
  if (std::holds_alternative<std::int64_t>(value)) return Type::integer;
  if (std::holds_alternative<double>(value)) return Type::real;
  if (std::holds_alternative<bool>(value)) return Type::boolean;
  return Type::text;
}

}  // namespace

Schema Schema::of(const Table& table, const Parameters& parameters) {
  Schema schema;
  for (const Column& column : table.columns()) schema.columns.emplace_back(column.name(), column.type());
  for (const auto& [name, value] : parameters) schema.parameters.emplace(name, type_of(value));
  if (table.geometry()) schema.geometry = table.geometry()->shapes.kind();
  schema.places = parameters.places;
  return schema;
}

Expression Expression::compile(std::string_view text, const Location& where, const Schema& schema) {
  const expression::SourceText source{std::string(text), where};
  const expression::SyntaxPtr syntax = expression::parse(source, expression::Dialect::row);
  Expression made;
  made.data_ = std::make_shared<const Data>(Data{expression::compile(source, *syntax, schema)});
  return made;
}

Type Expression::type() const {
  return data_->program.type();
}

const std::string& Expression::text() const {
  return data_->program.source.text;
}

const expression::Program& Expression::program() const {
  return data_->program;
}

Column Expression::evaluate(const Table& table, const Parameters& parameters) const {
  return expression::evaluate(data_->program, table, parameters);
}

std::vector<GeometryArray::Index> Expression::select(const Table& table, const Parameters& parameters) const {
  return expression::select(data_->program, table, parameters);
}

std::vector<std::string> Expression::columns() const {
  return data_->program.names(expression::Op::column);
}

void Expression::check(std::string_view text, const Location& where, const Vocabulary& vocabulary) {
  const expression::SourceText source{std::string(text), where};
  expression::check_words(source, *expression::parse(source, expression::Dialect::row), vocabulary);
}

std::vector<std::string> Expression::names_of(std::string_view text, const Location& where) {
  const expression::SourceText source{std::string(text), where};
  return expression::names_in(*expression::parse(source, expression::Dialect::row));
}

std::vector<std::string> Expression::tables_of(std::string_view text, const Location& where) {
  const expression::SourceText source{std::string(text), where};
  return expression::tables_in(*expression::parse(source, expression::Dialect::row));
}

}  // namespace cartouche
