// append: the rows of other tables below. Columns are united by name; what a table lacks is missing.

#include <algorithm>

#include "columns.h"
#include "step.h"

namespace cartouche::pipeline {
namespace {

bool all_missing(const Column& column) {
  for (std::size_t row = 0; row < column.size(); ++row)
    if (column.is_valid(row) && !(column.type() == Type::text && column.texts()[row].empty())) return false;
  return true;
}

// The type that holds both columns. A column without any value fits every type.
Type common_type(const Column& above, const Column& below, const LocatedText& other) {
  if (above.type() == below.type() || all_missing(below)) return above.type();
  if (all_missing(above)) return below.type();
  const auto is_number = [](Type type) { return type == Type::integer || type == Type::real; };
  if (is_number(above.type()) && is_number(below.type())) return Type::real;
  throw usage_error(other.where,
                    "column '" + above.name() + "' is " + type_name(above.type()) + " above and " +
                        type_name(below.type()) + " in '" + other.value + "'",
                    "say its type under 'types' of a source");
}

void push_all(Column& to, const Column* from, std::size_t rows) {
  for (std::size_t row = 0; row < rows; ++row) {
    if (!from || !from->is_valid(row)) {
      to.push_missing();
    } else if (to.type() == Type::real && from->type() == Type::integer) {
      to.push_back(from->number(row));
    } else if (to.type() == from->type()) {
      to.push_back(from->value(row));
    } else {
      to.push_missing();
    }
  }
}

void append_geometry(GeometryArray& to, const GeometryArray* from, std::size_t rows) {
  for (std::size_t row = 0; row < rows; ++row) {
    if (from)
      to.append(*from, row);
    else
      to.add_missing();
  }
}

std::optional<GeometryColumn> united_geometry(const Table& above, const Table& below,
                                              const LocatedText& other) {
  const auto& first = above.geometry();
  const auto& second = below.geometry();
  if (!first && !second) return std::nullopt;
  if (first && second && first->shapes.kind() != second->shapes.kind())
    throw usage_error(other.where,
                      "'" + other.value + "' holds another kind of geometry than the rows above it");
  const Crs crs = first ? first->crs : second->crs;
  GeometryArray united(first ? first->shapes.kind() : second->shapes.kind());
  append_geometry(united, first ? &first->shapes : nullptr, above.row_count());
  if (second) {
    const GeometryArray moved = transformed(second->shapes, second->crs, crs);
    append_geometry(united, &moved, below.row_count());
  } else {
    append_geometry(united, nullptr, below.row_count());
  }
  return GeometryColumn{std::move(united), crs};
}

Table appended(const Table& above, const Table& below, const LocatedText& other) {
  Table result(above.name());
  const auto unite = [&](const std::string& name, Type type) {
    Column column(name, type);
    column.reserve(above.row_count() + below.row_count());
    push_all(column, above.find(name), above.row_count());
    push_all(column, below.find(name), below.row_count());
    result.set_column(std::move(column));
  };
  for (const Column& column : above.columns()) {
    const Column* same = below.find(column.name());
    unite(column.name(), same ? common_type(column, *same, other) : column.type());
  }
  for (const Column& column : below.columns())
    if (!above.find(column.name())) unite(column.name(), column.type());
  if (auto geometry = united_geometry(above, below, other)) result.set_geometry(std::move(*geometry));
  result.set_id_column(above.id_column());
  result.add_credits(above.credits());
  result.add_credits(below.credits());
  return result;
}

class Append : public Step {
 public:
  explicit Append(const Node& arguments) : tables_(arguments.texts()) {}

  std::vector<LocatedText> tables() const override { return tables_; }

  Table run(Table table, StepContext& context) const override {
    for (const LocatedText& other : tables_) table = appended(table, context.get(other), other);
    return table;
  }

 private:
  std::vector<LocatedText> tables_;
};

}  // namespace

StepPtr make_append(const Node& arguments) {
  return std::make_unique<Append>(arguments);
}

}  // namespace cartouche::pipeline
