#include "rows.h"

#include <numeric>

namespace cartouche::map {

std::vector<GeometryArray::Index> rows_where(const Table& table,
                                             const std::optional<project::LocatedText>& filter,
                                             const Parameters& parameters) {
  if (filter)
    return Expression::compile(filter->value, filter->where, Schema::of(table, parameters))
        .select(table, parameters);
  std::vector<GeometryArray::Index> rows(table.row_count());
  std::iota(rows.begin(), rows.end(), GeometryArray::Index{0});
  return rows;
}

}  // namespace cartouche::map
