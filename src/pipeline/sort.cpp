#include <algorithm>
#include <cmath>

#include "columns.h"
#include "step.h"

namespace cartouche::pipeline {
namespace {

// -1, 0 or 1; text by code points, so that codes come in their order whatever the locale.
int compare(const Column& column, Index a, Index b) {
  if (column.type() == Type::text) {
    const int order = column.texts()[a].compare(column.texts()[b]);
    return order < 0 ? -1 : (order > 0 ? 1 : 0);
  }
  if (column.type() == Type::integer) {
    const std::int64_t x = column.integers()[a], y = column.integers()[b];
    return x < y ? -1 : (x > y ? 1 : 0);
  }
  const double x = column.number(a), y = column.number(b);
  return x < y ? -1 : (x > y ? 1 : 0);
}

bool has_value(const Column& column, Index row) {
  return column.is_valid(row) && !(column.type() == Type::real && std::isnan(column.reals()[row]));
}

/// sort: rows by columns; equal rows keep their order, missing values come last.
class Sort : public Step {
 public:
  explicit Sort(const Node& arguments) {
    if (arguments.kind() != Node::Kind::map) {
      columns_ = arguments.texts();
      return;
    }
    Reader in(arguments, "sort");
    columns_ = in.required("by").texts();
    descending_ = in.boolean_or("descending", false);
    in.finish();
  }

  Table run(Table table, StepContext&) const override {
    require_columns(table, columns_);
    std::vector<const Column*> columns;
    for (const LocatedText& name : columns_) columns.push_back(table.find(name.value));
    std::vector<Index> rows = all_rows(table.row_count());
    std::stable_sort(rows.begin(), rows.end(), [&](Index a, Index b) { return before(columns, a, b); });
    return table.take(rows);
  }

 private:
  bool before(const std::vector<const Column*>& columns, Index a, Index b) const {
    for (const Column* column : columns) {
      const bool has_a = has_value(*column, a), has_b = has_value(*column, b);
      if (has_a != has_b) return has_a;
      const int order = has_a ? compare(*column, a, b) : 0;
      if (order != 0) return descending_ ? order > 0 : order < 0;
    }
    return false;
  }

  std::vector<LocatedText> columns_;
  bool descending_ = false;
};

}  // namespace

StepPtr make_sort(const Node& arguments) {
  return std::make_unique<Sort>(arguments);
}

}  // namespace cartouche::pipeline
