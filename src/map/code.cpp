#include "code.h"

#include <numeric>

namespace cartouche::map {

using project::CodeKind;

std::vector<std::string> names_in(const project::CodeRef& code) {
  switch (code.kind) {
    case CodeKind::expression:
    case CodeKind::value:
      return Expression::names_of(code.text, code.where);
    case CodeKind::text:
    case CodeKind::row_text:
    case CodeKind::legend_text:
      return TextTemplate::names_of(code.text, code.where);
    case CodeKind::query:  // no figure is in its reach
    case CodeKind::total:
      break;
  }
  return {};
}

std::vector<std::string> tables_in(const project::CodeRef& code) {
  switch (code.kind) {
    case CodeKind::expression:
    case CodeKind::value:
      return Expression::tables_of(code.text, code.where);
    case CodeKind::query:
      return Query::tables_of(code.text, code.where);
    case CodeKind::text:
    case CodeKind::row_text:
    case CodeKind::legend_text:
      return TextTemplate::tables_of(code.text, code.where);
    case CodeKind::total:
      break;
  }
  return {};
}

void check(const project::CodeRef& code, const Vocabulary& vocabulary) {
  switch (code.kind) {
    case CodeKind::expression:
    case CodeKind::value:
      return Expression::check(code.text, code.where, vocabulary);
    case CodeKind::query:
      return Query::check(code.text, code.where, vocabulary);
    case CodeKind::text:
    case CodeKind::row_text:
    case CodeKind::legend_text:
      return TextTemplate::check(code.text, code.where, vocabulary);
    case CodeKind::total:  // split into its totals by module query, which checks them
      break;
  }
}

std::vector<GeometryArray::Index> rows_where(const Table& table,
                                             const std::optional<project::ExpressionText>& filter,
                                             const Parameters& parameters) {
  if (filter)
    return Expression::compile(filter->value, filter->where, Schema::of(table, parameters))
        .select(table, parameters);
  std::vector<GeometryArray::Index> rows(table.row_count());
  std::iota(rows.begin(), rows.end(), GeometryArray::Index{0});
  return rows;
}

Column evaluate(const project::ExpressionText& expression, const Table& table, const Parameters& parameters) {
  return Expression::compile(expression.value, expression.where, Schema::of(table, parameters))
      .evaluate(table, parameters);
}

TextTemplate row_template(const project::RowTemplateText& text, const Schema& schema) {
  return TextTemplate::compile(text.value, text.where, schema);
}

std::string printed(const project::TemplateText& text, const Parameters& parameters) {
  return TextTemplate::compile(text.value, text.where, Schema::of(Table(), parameters)).render(parameters);
}

}  // namespace cartouche::map
