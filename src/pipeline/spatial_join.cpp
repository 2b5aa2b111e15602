// spatial_join: columns of the feature of another table that a row lies in (within) or touches (intersects).

#include "cartouche/base/finding_codes.h"
#include "columns.h"
#include "spatial_match.h"

namespace cartouche::pipeline {
namespace {

const GeometryColumn& require_geometry(const Table& table, const Location& where) {
  if (!table.geometry())
    throw usage_error(where, "table '" + table.name() + "' has no geometry to ask where it lies");
  return *table.geometry();
}

class SpatialJoin : public Step {
 public:
  explicit SpatialJoin(const Node& arguments) : where_(arguments.where()) {
    Reader in(arguments, "spatial_join");
    table_ = in.text("table");
    read_predicate(in);
    take_ = read_take(in.required("take"), in.text_or("prefix", ""));
    if (const auto match = in.optional_text("match")) {
      if (match->value != "first" && match->value != "error")
        throw usage_error(match->where, "no match rule '" + match->value + "'",
                          "expected one of: first, error");
      only_one_ = match->value == "error";
    }
    in.finish();
  }

  std::vector<LocatedText> needs() const override { return {table_}; }
  std::vector<LocatedText> asks_polygons_of() const override { return {table_}; }
  bool is_spatial() const override { return true; }

  Table run(Table table, StepContext& context) const override {
    const Table& other = context.get(table_);
    const GeometryColumn& left = require_geometry(table, where_);
    const GeometryColumn& right = require_geometry(other, table_.where);
    require_kinds(left.shapes.kind(), right.shapes.kind());
    report_missing(table, left.shapes, context);
    const std::vector<Index> rows =
        left.crs == right.crs ? matches(table, left.shapes, other, context)
                              : matches(table, transformed(left.shapes, left.crs, right.crs), other, context);
    for (const TakenColumn& one : take_) {
      add_new_column(table, taken_column(other, one, rows), one.column.where);
    }
    table.add_credits(other.credits());
    return table;
  }

 private:
  void read_predicate(Reader& in) {
    const auto word = in.optional_text("predicate");
    if (!word || word->value == "within") return;
    if (word->value != "intersects")
      throw usage_error(word->where, "no predicate '" + word->value + "'",
                        "expected one of: within, intersects");
    predicate_ = Predicate::intersects;
  }

  void require_kinds(GeometryKind left, GeometryKind right) const {
    if (predicate_ != Predicate::within) return;
    if (right != GeometryKind::polygon)
      throw usage_error(table_.where, "'within' needs polygons, and '" + table_.value + "' has none",
                        "use predicate: intersects");
    if (left == GeometryKind::line)
      throw usage_error(where_, "'within' is for points and polygons, not lines",
                        "use predicate: intersects");
  }

  static void report_missing(const Table& table, const GeometryArray& shapes, StepContext& context) {
    std::vector<std::string> ids;
    for (std::size_t row = 0; row < shapes.size(); ++row)
      if (shapes.is_missing(row)) ids.push_back(row_label(table, row));
    if (ids.empty()) return;
    const std::string message = counted(ids.size(), "row of '", "rows of '") + context.table +
                                "' without coordinates " + (ids.size() == 1 ? "lies" : "lie") + " nowhere";
    context.diagnostics.add(finding("missing-coordinates"), message, context.where, std::move(ids));
  }

  // The row of `other` for each left row, whose shapes are in the CRS of `other`.
  std::vector<Index> matches(const Table& table, const GeometryArray& shapes, const Table& other,
                             const StepContext& context) const {
    const GeometryArray& right = other.geometry()->shapes;
    if (!only_one_) return first_matches(shapes, right, predicate_, context.threads);
    std::vector<Index> rows;
    for (const std::vector<Index>& found : all_matches(shapes, right, predicate_)) {
      if (found.size() > 1) refuse_overlap(table, rows.size(), other, found, context);
      rows.push_back(found.empty() ? Column::kNoRow : found.front());
    }
    return rows;
  }

  [[noreturn]] void refuse_overlap(const Table& table, std::size_t row, const Table& other,
                                   const std::vector<Index>& found, const StepContext& context) const {
    std::string names;
    for (const Index one : found) names += (names.empty() ? "" : ", ") + row_label(other, one);
    throw data_error(context.where,
                     row_label(table, row) + " of '" + context.table + "' lies in several rows of '" +
                         table_.value + "': " + names,
                     "match: first takes the first of them");
  }

  Location where_;
  LocatedText table_;
  Predicate predicate_ = Predicate::within;
  std::vector<TakenColumn> take_;
  bool only_one_ = false;
};

}  // namespace

StepPtr make_spatial_join(const Node& arguments) {
  return std::make_unique<SpatialJoin>(arguments);
}

}  // namespace cartouche::pipeline
