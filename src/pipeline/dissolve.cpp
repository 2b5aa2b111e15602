// dissolve: one polygon for all rows of equal values.

#include "aggregates.h"
#include "cartouche/base/finding_codes.h"
#include "cartouche/geometry/overlay.h"
#include "columns.h"

namespace cartouche::pipeline {
namespace {

class Dissolve : public Step {
 public:
  explicit Dissolve(const Node& arguments) : where_(arguments.where()) {
    Reader in(arguments, "dissolve");
    by_ = in.required("by").texts();
    if (const Node* keep = in.optional("keep")) keep_ = keep->texts();
    if (const Node* sum = in.optional("sum")) sum_ = sum->texts();
    in.finish();
    if (by_.empty()) throw usage_error(where_, "'by' says which rows become one");
  }

  bool is_spatial() const override { return true; }

  Table run(Table table, StepContext& context) const override {
    if (!table.geometry() || table.geometry()->shapes.kind() != GeometryKind::polygon)
      throw usage_error(where_, "dissolve needs polygons, and '" + context.table + "' has none");
    const Groups groups = group_rows(table, by_);
    Table result = group_table(table, by_, groups);
    for (const LocatedText& name : keep_) {
      const Column& column = table.column(name.value, name.where);
      report_differences(column, result, groups, context);
      add_new_column(result, column.take(groups.first), name.where);
    }
    for (const LocatedText& name : sum_) {
      const Column& column = table.column(name.value, name.where);
      add_new_column(result, group_sums(column, groups, name.value, name.where), name.where);
    }
    result.set_geometry(dissolved(*table.geometry(), result, groups, context));
    return result;
  }

 private:
  static GeometryColumn dissolved(const GeometryColumn& geometry, const Table& result, const Groups& groups,
                                  StepContext& context) {
    std::vector<std::size_t> not_a_coverage;
    const bool all = groups.rows.size() == geometry.shapes.size();
    GeometryArray shapes =
        all ? dissolve(geometry.shapes, groups.group, groups.count(), &not_a_coverage)
            : dissolve(geometry.shapes.take(groups.rows), groups.group, groups.count(), &not_a_coverage);
    if (!not_a_coverage.empty()) report_overlaps(not_a_coverage, result, context);
    return {std::move(shapes), geometry.crs};
  }

  static void report_overlaps(const std::vector<std::size_t>& groups, const Table& result,
                              StepContext& context) {
    std::vector<std::string> ids;
    for (const std::size_t group : groups) ids.push_back(row_label(result, group));
    const std::string message = "the members of " + counted(groups.size(), "row", "rows") + " of '" +
                                context.table +
                                "' overlap or do not share vertices; they are merged on a fixed grid";
    context.diagnostics.add(finding("not-a-coverage"), message, context.where, std::move(ids));
  }

  // A kept column should say one thing for the whole group.
  static void report_differences(const Column& column, const Table& result, const Groups& groups,
                                 StepContext& context) {
    std::vector<std::uint8_t> differs(groups.count(), 0);
    for (std::size_t i = 0; i < groups.rows.size(); ++i) {
      const Index group = groups.group[i];
      if (column.text(groups.rows[i]) != column.text(groups.first[group])) differs[group] = 1;
    }
    std::vector<std::string> ids;
    for (std::size_t group = 0; group < differs.size(); ++group)
      if (differs[group]) ids.push_back(result.row_id(group));
    if (ids.empty()) return;
    const std::string message = "column '" + column.name() + "' differs within " +
                                counted(ids.size(), "group", "groups") + " of '" + context.table +
                                "'; the first value is kept";
    context.diagnostics.add(finding("differing-values"), message, context.where, std::move(ids));
  }

  Location where_;
  std::vector<LocatedText> by_, keep_, sum_;
};

}  // namespace

StepPtr make_dissolve(const Node& arguments) {
  return std::make_unique<Dissolve>(arguments);
}

}  // namespace cartouche::pipeline
