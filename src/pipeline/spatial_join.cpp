// spatial_join: columns of the feature of another table that a row lies in (within) or shares something with
// (intersects).

#include <algorithm>

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
    read_rule(in);
    in.finish();
  }

  std::vector<LocatedText> tables() const override { return {table_}; }
  std::vector<LocatedText> asks_polygons_of() const override { return {table_}; }
  bool is_spatial() const override { return true; }

  Table run(Table table, StepContext& context) const override {
    const Table& other = context.get(table_);
    const GeometryColumn& left = require_geometry(table, where_);
    const GeometryColumn& right = require_geometry(other, table_.where);
    require_kinds(left.shapes.kind(), right.shapes.kind());
    report_missing(table, left.shapes, context);
    const std::vector<Index> rows =
        left.crs == right.crs
            ? rows_for(table, left.shapes, other, context)
            : rows_for(table, transformed(left.shapes, left.crs, right.crs), other, context);
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

  void read_rule(Reader& in) {
    const auto word = in.optional_text("match");
    if (!word) return;
    const std::vector<std::string> words{"first", "largest", "error"};  // in the order of Rule
    project::require_one_of(*word, "match", words);
    rule_ = static_cast<Rule>(std::find(words.begin(), words.end(), word->value) - words.begin());
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
  std::vector<Index> rows_for(const Table& table, const GeometryArray& shapes, const Table& other,
                              StepContext& context) const {
    std::vector<Index> rows;
    std::vector<std::string> several, partly, nowhere;
    std::size_t row = 0;
    for (std::vector<Match>& found : matches(shapes, other.geometry()->shapes, predicate_, context.threads)) {
      const bool reaches = !found.empty();
      std::erase_if(found, [](const Match& one) { return one.meeting == Meeting::partly; });
      if (found.size() > 1) {
        if (rule_ == Rule::error) refuse_overlap(table, row, other, found, context);
        several.push_back(row_label(table, row));
      }
      if (found.empty() && !shapes.is_missing(row))
        (reaches ? partly : nowhere).push_back(row_label(table, row));
      rows.push_back(found.empty() ? Column::kNoRow : chosen(found).row);
      ++row;
    }
    report(several, partly, nowhere, context);
    return rows;
  }

  // Of equal shares, as of points and lines, which have no area, the first.
  const Match& chosen(const std::vector<Match>& found) const {
    if (rule_ != Rule::largest) return found.front();
    return *std::max_element(found.begin(), found.end(),
                             [](const Match& a, const Match& b) { return a.share < b.share; });
  }

  void report(const std::vector<std::string>& several, const std::vector<std::string>& partly,
              const std::vector<std::string>& nowhere, StepContext& context) const {
    const auto rows = [&](const std::vector<std::string>& ids) {
      return counted(ids.size(), "row of '", "rows of '") + context.table + "' ";
    };
    const auto does = [](const std::vector<std::string>& ids, const char* one, const char* more) {
      return std::string(ids.size() == 1 ? one : more);
    };
    if (!several.empty())
      context.diagnostics.add(
          finding("several-zones"),
          rows(several) + does(several, "lies", "lie") + " in several of '" + table_.value + "'; " +
              (rule_ == Rule::largest ? "the largest share is taken" : "the first is taken"),
          context.where, several);
    if (!partly.empty())
      context.diagnostics.add(finding("partly-in-zone"),
                              rows(partly) + does(partly, "lies", "lie") + " partly in '" + table_.value +
                                  "' and wholly in none of it, and " + does(partly, "gets", "get") +
                                  " no values",
                              context.where, partly);
    if (!nowhere.empty())
      context.diagnostics.add(finding("in-no-zone"),
                              rows(nowhere) + does(nowhere, "lies", "lie") + " in none of '" + table_.value +
                                  "' and " + does(nowhere, "gets", "get") + " no values",
                              context.where, nowhere);
  }

  [[noreturn]] void refuse_overlap(const Table& table, std::size_t row, const Table& other,
                                   const std::vector<Match>& found, const StepContext& context) const {
    std::string names;
    for (const Match& one : found) names += (names.empty() ? "" : ", ") + row_label(other, one.row);
    throw data_error(context.where,
                     row_label(table, row) + " of '" + context.table + "' lies in several rows of '" +
                         table_.value + "': " + names,
                     "match: first takes the first of them, match: largest the one that shares most");
  }

  Location where_;
  LocatedText table_;
  Predicate predicate_ = Predicate::within;
  std::vector<TakenColumn> take_;
  enum class Rule { first, largest, error };
  Rule rule_ = Rule::first;
};

}  // namespace

StepPtr make_spatial_join(const Node& arguments) {
  return std::make_unique<SpatialJoin>(arguments);
}

}  // namespace cartouche::pipeline
