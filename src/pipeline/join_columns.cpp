#include "join_columns.h"

namespace cartouche::pipeline {
namespace {

// The type that holds the columns of all levels: their own, real for mixed numbers, else text.
Type common_type(const std::vector<const Column*>& columns) {
  std::optional<Type> common;
  for (const Column* column : columns) {
    if (!column) continue;
    if (!common) common = column->type();
    if (*common == column->type()) continue;
    const auto is_number = [](Type type) { return type == Type::integer || type == Type::real; };
    common = is_number(*common) && is_number(column->type()) ? Type::real : Type::text;
  }
  return common.value_or(Type::text);
}

Value as_type(const Column& column, std::size_t row, Type type) {
  if (!column.is_valid(row)) return {};
  if (column.type() == type) return column.value(row);
  if (type == Type::text) return column.text(row);
  return column.number(row);
}

Column gathered(const std::vector<const Column*>& columns, const JoinMatches& matches, std::string name) {
  Column result(std::move(name), common_type(columns));
  result.reserve(matches.row.size());
  for (std::size_t row = 0; row < matches.row.size(); ++row) {
    const Column* column = matches.level[row] == Column::kNoRow ? nullptr : columns[matches.level[row]];
    if (column)
      result.push_back(as_type(*column, matches.row[row], result.type()));
    else
      result.push_missing();
  }
  return result;
}

}  // namespace

void take_columns(Table& left, const std::vector<JoinLevel>& levels, const JoinMatches& matches,
                  const std::vector<TakenColumn>& take, const StepContext& context) {
  std::vector<const Table*> tables;
  for (const JoinLevel& level : levels) tables.push_back(&context.get(level.table));
  for (const TakenColumn& one : take)
    add_new_column(left, gathered(columns_to_take(tables, one), matches, one.name), one.column.where);
}

GeometryColumn joined_geometry(const std::vector<JoinLevel>& levels, const JoinMatches& matches,
                               const StepContext& context) {
  std::vector<GeometryArray> shapes;
  std::optional<Crs> crs;
  for (const JoinLevel& level : levels) {
    const auto& geometry = context.get(level.table).geometry();
    if (!geometry) throw usage_error(level.table.where, "table '" + level.table.value + "' has no geometry");
    if (!crs) crs = geometry->crs;
    if (!shapes.empty() && geometry->shapes.kind() != shapes.front().kind())
      throw usage_error(level.table.where,
                        "'" + level.table.value + "' holds another kind of geometry than the first level");
    shapes.push_back(geometry->crs == *crs ? geometry->shapes
                                           : transformed(geometry->shapes, geometry->crs, *crs));
  }
  GeometryArray result(shapes.front().kind());
  for (std::size_t row = 0; row < matches.row.size(); ++row) {
    if (matches.row[row] == Column::kNoRow)
      result.add_missing();
    else
      result.append(shapes[matches.level[row]], matches.row[row]);
  }
  return {std::move(result), *crs};
}

}  // namespace cartouche::pipeline
